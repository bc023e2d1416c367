// Owns the files that the desktop hands to the program: command line, second start, macOS' open-file. Imports nothing itself.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

/** Words on the command line that begin a CLI call. */
export const cliCommands = ['import', 'list', 'show', 'search', 'undo-import', 'help'] as const

/**
 * The files named on a command line: every argument that is no switch, made absolute against the folder it was typed in.
 * Desktops may hand over `file:` addresses in place of paths; addresses of other schemes are no files.
 * @param commandLine the arguments after the executable (and, unpackaged, after the program's folder)
 */
export function parseOpenedFiles(commandLine: readonly string[], workingFolder: string): readonly string[] {
  const files: string[] = []
  for (let index = 0; index < commandLine.length; index++) {
    const argument = commandLine[index] ?? ''
    if (argument === '--data-dir') index++
    else if (argument !== '' && !argument.startsWith('-')) files.push(...toPath(argument, workingFolder))
  }
  return files
}

function toPath(argument: string, workingFolder: string): string[] {
  if (/^file:/i.test(argument)) {
    try {
      return [fileURLToPath(argument)]
    } catch {
      return []
    }
  }
  // Two letters at least: `c:` is a drive.
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(argument) ? [] : [resolve(workingFolder, argument)]
}

/** The folder of `--data-dir DIR` or `--data-dir=DIR`, as typed; undefined where it is not given. */
export function parseDataDir(commandLine: readonly string[]): string | undefined {
  const index = commandLine.findIndex(argument => argument === '--data-dir' || argument.startsWith('--data-dir='))
  const found = commandLine[index]
  return found === '--data-dir' ? commandLine[index + 1] : found?.slice('--data-dir='.length)
}

const handedOverSchema = v.object({ files: v.array(v.string()) })

/** The files that a second start handed to the running one; none where the message is not of that form. */
export function parseHandedFiles(handedOver: unknown): readonly string[] {
  const parsed = v.safeParse(handedOverSchema, handedOver)
  return parsed.success ? parsed.output.files : []
}

/** The arguments that a person typed. @param isPackaged unpackaged, Electron's command line also names the program's folder */
export function typedArguments(commandLine: readonly string[], isPackaged: boolean): readonly string[] {
  if (isPackaged) return commandLine.slice(1)
  // Chromium puts switches of its own in between, so the program's folder is the first argument that is no switch.
  const folder = commandLine.findIndex((argument, index) => index > 0 && !argument.startsWith('-'))
  return folder < 0 ? [] : commandLine.slice(folder + 1)
}

/** True where a command line asks for the CLI and not for the window. */
export function isCliCall(commandLine: readonly string[]): boolean {
  if (commandLine.includes('--help')) return true
  const words = commandLine.filter(
    (argument, index) => !argument.startsWith('-') && commandLine[index - 1] !== '--data-dir'
  )
  return cliCommands.some(command => command === words[0])
}
