// Owns where the library lies on this machine, the same for every shell. Makes nothing.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'

/** What the choice depends on. */
export interface DataFolderOptions {
  /** `--data-dir`, relative to the working folder. */
  readonly given: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** The program's executable: a folder `portable` beside it makes the program portable. */
  readonly executable: string
}

/** The data folder: `--data-dir`, else `LONTAR_DATA_DIR`, else `portable/` beside the executable, else the person's own. */
export function chooseDataFolder({ given, environment, platform, executable }: DataFolderOptions): string {
  if (given) return resolve(given)
  const { LONTAR_DATA_DIR: fromEnvironment } = environment
  if (fromEnvironment) return resolve(fromEnvironment)
  // An AppImage runs from a mount; the file that a person sees is named beside it.
  const portable = join(dirname(environment['APPIMAGE'] || executable), 'portable')
  if (existsSync(portable)) return portable
  return join(applicationDataFolder(environment, platform), 'Lontar', 'library')
}

/** Where programs keep a person's data. Source: the XDG base directories; Apple's and Microsoft's conventions. */
function applicationDataFolder(environment: DataFolderOptions['environment'], platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  // An empty or relative value counts as not set. Source: XDG Base Directory Specification.
  const { XDG_CONFIG_HOME: configured } = environment
  return configured && isAbsolute(configured) ? configured : join(homedir(), '.config')
}
