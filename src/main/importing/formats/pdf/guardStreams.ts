// Owns the check that no stream of a PDF unpacks to more than a limit: pdfjs itself unpacks whatever a page names.
import { inflateSync } from 'node:zlib'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'

/** A stream's dictionary stands in front of it and is short. */
const dictionaryBytes = 2_048
const mostLayers = 4

/** Unpacked bytes, null for what is no valid stream. Throws where they are too many. */
function inflate(packed: Buffer, limitBytes: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: limitBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null
    throw new AppError('file_too_complex', 'A part of the document would become too large to be read safely', {
      cause: error
    })
  }
}

/** Throws AppError `file_too_complex` where a stream other than an image unpacks to more than `limits.pdfStreamBytes`. */
export function guardStreams(bytes: Uint8Array, limits: ImportLimits): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const before = file.toString('latin1', Math.max(0, at - dictionaryBytes), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const layers = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const end = file.indexOf('endstream', at)
    let start = at + 6
    while (file[start] === 0x0d || file[start] === 0x0a) start++
    let data: Buffer | null = file.subarray(start, end < 0 ? file.length : end)
    for (let layer = 0; data && layer < Math.min(layers, mostLayers); layer++) {
      data = inflate(data, limits.pdfStreamBytes)
    }
    if (end > 0) at = end
  }
}
