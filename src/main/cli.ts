// Composition root of the command line on plain Node. Decides nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from './cli/runCli'

const programFolder = join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string }

process.exitCode = await runCli(process.argv.slice(2), {
  workers: {
    importing: join(import.meta.dirname, 'importWorker.js'),
    search: join(import.meta.dirname, 'searchWorker.js'),
    imports: join(import.meta.dirname, 'importThread.js')
  },
  resourcesFolder: join(programFolder, 'resources'),
  version
})
