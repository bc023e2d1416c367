// Owns the importing of RTF documents. Knows no control word.
import type { Importer } from '../../importer'
import { readDocument } from '../office/readDocument'
import { readRtf } from './readRtf'

/** RTF documents. Throws `file_too_complex`, `html_too_complex`, `no_article_found`. */
export const rtfImporter: Importer = {
  format: 'rtf',
  parse: async (request, limits) => {
    const { markup, images, properties, encoding, isCutOff } = readRtf(request.bytes, limits)
    const message = 'The document ends in the middle; what there is of it was imported'
    return readDocument(
      {
        format: 'rtf',
        markup,
        images: (address, limitBytes) => {
          const bytes = images.get(address)
          return bytes && bytes.length <= limitBytes ? bytes : null
        },
        properties,
        warnings: isCutOff ? [{ code: 'file_cut_off', message }] : [],
        encoding,
        direction: null
      },
      limits
    )
  }
}
