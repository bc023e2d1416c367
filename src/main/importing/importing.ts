// Owns what importing offers to the application; nothing else of this folder is imported from outside it.
export { collectFiles, type FoundFailure, type FoundFile } from './files/collectFiles'
export { readImportFile, type ImportFile, type ReadOptions } from './files/readImportFile'
export type { ParseRequest } from './importer'
export type { ImportLimits } from './limits'
export { createParserPool, type ParserPool, type ParserPoolOptions } from './worker/parserPool'
