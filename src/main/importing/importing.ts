// Owns what importing offers to the application; nothing else of this folder is imported from outside it.
export type { UnpackedArchive, UnpackedFile, UnpackFailure } from './archive/unpackZip'
export { collectFiles, type FoundFailure, type FoundFile } from './files/collectFiles'
export { readImportFile, type ImportFile, type ReadOptions } from './files/readImportFile'
export type { ParseRequest } from './importer'
export type { ImportLimits } from './limits'
export { createParserPool, type ParserPool, type ParserPoolOptions } from './worker/parserPool'
export type { UnpackRequest } from './worker/messages'
