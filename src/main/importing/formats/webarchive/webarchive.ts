// Owns the importing of Safari's web archives: a page and its images in a property list. Knows no rule of its own: the page
// goes the way of every page. Source: the keys that WebKit's LegacyWebArchive.cpp writes.
import { AppError } from '@shared/errors'
import type { ArticleDraft, Importer, ParseOptions } from '../../importer'
import type { ImportLimits } from '../../limits'
import { createEmbeddedSource, type EmbeddedFile } from '../../markup/embeddedImages'
import { createImageLoader } from '../../markup/imageLoader'
import { charsetOf } from '../../mime/charset'
import { decodeHtml } from '../html/decodeHtml'
import { readPage } from '../html/readPage'
import { textImporter } from '../text'
import { parsePropertyList, type PropertyValue } from './propertyList'

interface WebResource {
  readonly bytes: Uint8Array
  readonly type: string
  readonly encoding: string | null
  readonly address: string | null
}

function get(value: PropertyValue | undefined, key: string): PropertyValue {
  return value instanceof Map ? ((value as ReadonlyMap<string, PropertyValue>).get(key) ?? null) : null
}

function readResource(value: PropertyValue): WebResource | null {
  const bytes = get(value, 'WebResourceData')
  const text = (key: string): string | null => {
    const found = get(value, key)
    return typeof found === 'string' && found !== '' ? found : null
  }
  if (!(bytes instanceof Uint8Array)) return null
  return {
    bytes,
    type: text('WebResourceMIMEType')?.toLowerCase() ?? 'text/html',
    encoding: text('WebResourceTextEncodingName'),
    address: text('WebResourceURL')
  }
}

function filesOf(archive: PropertyValue): EmbeddedFile[] {
  const resources = get(archive, 'WebSubresources')
  if (!Array.isArray(resources)) return []
  return (resources as readonly PropertyValue[]).flatMap(value => {
    const resource = readResource(value)
    if (!resource?.address) return []
    const { address, bytes } = resource
    return [{ addresses: [address], read: limitBytes => (bytes.length > limitBytes ? null : bytes) }]
  })
}

async function readMain(
  main: WebResource,
  files: readonly EmbeddedFile[],
  limits: ImportLimits,
  extraction: ParseOptions['extraction']
): Promise<ArticleDraft> {
  if (main.type === 'text/plain') return textImporter.parse({ fileName: '', path: null, bytes: main.bytes }, limits)
  if (!/^(?:text\/html|application\/xhtml\+xml)$/.test(main.type)) {
    throw new AppError('no_article_found', `The web archive holds no page but something else (${main.type})`)
  }
  return readPage(
    {
      format: 'webarchive',
      decoded: decodeHtml(main.bytes, charsetOf(main.encoding)),
      address: main.address,
      title: null,
      extraction,
      createLoader: base => createImageLoader(null, limits, createEmbeddedSource(files, [main.address, base]))
    },
    limits
  )
}

/** Web archives, binary or XML. Throws `file_damaged`, `file_too_complex` and what a page throws. */
export const webarchiveImporter: Importer = {
  format: 'webarchive',
  async parse(request, limits) {
    const archive = parsePropertyList(request.bytes, limits)
    const main = readResource(get(archive, 'WebMainResource'))
    if (!main) throw new AppError('file_damaged', 'The web archive holds no page; it is damaged or was cut off')
    return { ...(await readMain(main, filesOf(archive), limits, request.options?.extraction)), format: 'webarchive' }
  }
}
