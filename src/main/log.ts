// Owns the local log file. Never gets article text; nothing is sent anywhere.
import { join } from 'node:path'
import log from 'electron-log/node.js'

/** Writes a line, and an error's stack where there is one. */
export type Log = (message: string, error?: unknown) => void

/** Makes the log of a data folder: `logs/lontar.log`, one megabyte, then one older file. Also to stderr in development. */
export function createLog(dataFolder: string, options: { readonly toConsole: boolean }): Log {
  const logger = log.create({ logId: 'lontar' })
  logger.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'lontar.log')
  logger.transports.file.maxSize = 1_048_576
  logger.transports.console.level = options.toConsole ? 'warn' : false
  return (message, error) => {
    if (error === undefined) logger.info(message)
    else logger.error(message, error instanceof Error ? (error.stack ?? error.message) : error)
  }
}
