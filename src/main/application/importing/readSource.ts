// Owns the way from a source to the bytes that are kept of it. Looks at no content.
import { createHash } from 'node:crypto'
import { readImportFile } from '../../importing/importing'
import { originalExtension } from '../../library/originals'
import type { KeptFile } from './pendingArticle'
import type { ImportSource } from './importSources'

/** Bytes under a name, as they are kept. */
export function keptFile(fileName: string, bytes: Uint8Array, sourcePath: string | null): KeptFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileName, bytes, sha256, extension: originalExtension(fileName), sourcePath }
}

/** Reads a source's bytes, once `hold` says that so many may be held. @throws AppError as `readImportFile` says */
export async function readSource(
  source: Exclude<ImportSource, { kind: 'failure' }>,
  signal: AbortSignal,
  hold: (sizeBytes: number) => Promise<void>
): Promise<KeptFile> {
  if (source.kind === 'bytes') return keptFile(source.fileName, source.bytes, null)
  const { bytes, sha256, fileName: ownName } = await readImportFile(source.path, { signal, onSize: hold })
  const fileName = source.fileName ?? ownName
  return { fileName, bytes, sha256, extension: originalExtension(fileName), sourcePath: source.sourcePath }
}
