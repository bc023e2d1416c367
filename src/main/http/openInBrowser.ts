// Owns handing the window's own loopback address to the person's browser.
import { spawn } from 'node:child_process'

/** Opens an address of this program; where no browser can be started, the printed address serves. */
export function openInBrowser(address: string): void {
  const [command, ...commandArguments] = commandFor(process.platform)
  if (command === undefined) return
  const child = spawn(command, [...commandArguments, address], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}

function commandFor(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open']
  return platform === 'win32' ? ['explorer.exe'] : ['xdg-open']
}
