// Owns handing an address to the person's browser: the window's own, or an outside one that passed the policy.
import { spawn } from 'node:child_process'

/** Opens an address, as one argument and through no shell; quiet where no browser can be started. */
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
