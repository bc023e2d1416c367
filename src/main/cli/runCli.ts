// Owns a call of the command line from its words to its exit code. Knows no command's work.
import { parseArgs } from 'node:util'
import { AppError } from '@shared/errors'
import { resultOrders } from '@shared/model/search'
import { createApplication, type ApplicationDependencies } from '../application/createApplication'
import { createLimitedHost } from '../application/limitedHost'
import { chooseDataFolder } from '../dataFolder'
import { createLog } from '../log'
import {
  importCommand,
  listCommand,
  searchCommand,
  showCommand,
  undoImportCommand,
  verifyCommand,
  type CommandContext
} from './commands'
import { createPrinter } from './print'

const usage = `usage: lontar [--data-dir DIR] COMMAND

  import PATH…                     add files and folders
  list [--limit N] [--query Q]     list articles, the newest first
  show ID [--text | --html]        show an article
  search QUERY [--limit N]         find articles by their words and facts:
                                   rusia -"korea utara" (title:perang OR tag:eropa) is:unread after:2023-05
  verify [--repair]                compare the search index with the library
  undo-import ID                   move what an import brought in to Trash

  --order relevance | newest | oldest | publisher puts what list --query and search find in another order.
  --json prints one JSON value a line. Exit codes: 0 all well, 1 something failed, 2 wrong usage.`

interface Command {
  readonly run: (context: CommandContext) => Promise<0 | 1>
  /** How many words it takes at least and at most. */
  readonly words: readonly [number, number]
}

const commands: Readonly<Record<string, Command>> = {
  import: { run: importCommand, words: [1, Infinity] },
  list: { run: listCommand, words: [0, 0] },
  show: { run: showCommand, words: [1, 1] },
  search: { run: searchCommand, words: [1, Infinity] },
  verify: { run: verifyCommand, words: [0, 0] },
  'undo-import': { run: undoImportCommand, words: [1, 1] }
}

/** What a call needs of its surroundings. */
export interface CliSurroundings {
  readonly workers: ApplicationDependencies['workers']
  readonly resourcesFolder: string
  readonly version: string
}

/** Runs one call. @param words the arguments that a person typed. Gives the exit code; never rejects. */
export async function runCli(words: readonly string[], surroundings: CliSurroundings): Promise<0 | 1 | 2> {
  const call = parseCall(words)
  if (call.kind === 'help') {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (call.kind === 'wrong') {
    process.stderr.write(`${call.why}\n\n${usage}\n`)
    return 2
  }
  const { command, rest, values } = call
  const printer = createPrinter(values.json, process.stdout, process.stderr)
  try {
    const folder = chooseDataFolder({
      given: values['data-dir'],
      environment: process.env,
      platform: process.platform,
      executable: process.execPath
    })
    const application = createApplication({
      folder,
      workers: surroundings.workers,
      host: createLimitedHost({
        kind: 'electron',
        version: surroundings.version,
        resourcesFolder: surroundings.resourcesFolder,
        refusal: 'The command line cannot do this; the window can'
      }),
      emit: () => undefined,
      now: Date.now,
      log: createLog(folder, { toConsole: false })
    })
    try {
      const part = values.text ? 'text' : values.html ? 'html' : 'all'
      const { query } = values
      const { limit, order } = call
      const isRepairing = values.repair
      return await command.run({ application, printer, words: rest, limit, query, order, part, isRepairing })
    } finally {
      await application.dispose()
    }
  } catch (error) {
    printer.message(error instanceof AppError ? `${error.message} (${error.code})` : String(error))
    return 1
  }
}

/**
 * Puts `--` before the first word of a search that begins with one dash: there it means "without this word", since every
 * option of the command line has two.
 */
function keepQueryWords(words: readonly string[]): string[] {
  const command = words.indexOf('search')
  const dashed = words.findIndex((word, index) => command >= 0 && index > command && /^-[^-]/.test(word))
  if (dashed < 0 || words.includes('--')) return [...words]
  const isOption = (word: string, index: number): boolean =>
    word.startsWith('--') || ['--limit', '--order'].includes(words[index - 1] ?? '')
  const rest = words.slice(dashed)
  const options = rest.filter((word, index) => isOption(word, index + dashed))
  const query = rest.filter((word, index) => !isOption(word, index + dashed))
  return [...words.slice(0, dashed), ...options, '--', ...query]
}

function parseCall(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: keepQueryWords(words),
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        json: { type: 'boolean', default: false },
        limit: { type: 'string' },
        query: { type: 'string' },
        order: { type: 'string' },
        text: { type: 'boolean', default: false },
        html: { type: 'boolean', default: false },
        repair: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false }
      }
    })
    const [name = '', ...rest] = positionals
    if (values.help || name === 'help') return { kind: 'help' } as const
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) return { kind: 'wrong', why: name ? `There is no command ${name}` : 'A command is missing' } as const
    const [least, most] = command.words
    if (rest.length < least || rest.length > most)
      return { kind: 'wrong', why: `${name}: wrong number of words` } as const
    const limit = Number(values.limit ?? (name === 'search' ? 20 : Number.MAX_SAFE_INTEGER))
    if (!Number.isInteger(limit) || limit < 1)
      return { kind: 'wrong', why: '--limit takes a whole number above 0' } as const
    const order = resultOrders.find(known => known === values.order)
    if (values.order !== undefined && !order)
      return { kind: 'wrong', why: `--order takes one of ${resultOrders.join(', ')}` } as const
    return { kind: 'call', command, rest, values, limit, order } as const
  } catch (error) {
    return { kind: 'wrong', why: error instanceof Error ? error.message : String(error) } as const
  }
}
