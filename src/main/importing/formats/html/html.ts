// Owns the importing of page files: decode, and look for images beside the file. Knows no rule of its own.
import type { Importer } from '../../importer'
import { createImageLoader } from '../../markup/imageLoader'
import { decodeHtml } from './decodeHtml'
import { readPage } from './readPage'

/** HTML and XHTML pages, whole or in part, in any encoding. Throws `html_too_complex` and `no_article_found` too. */
export const htmlImporter: Importer = {
  format: 'html',
  parse: (request, limits) =>
    readPage(
      {
        format: 'html',
        decoded: decodeHtml(request.bytes, null, request.options),
        address: null,
        title: null,
        extraction: request.options?.extraction,
        createLoader: () => createImageLoader(request.path, limits)
      },
      limits
    )
}
