// Owns what markup may reach the library: the only importer of sanitize-html, and the last step before text is taken.
import sanitizeHtml from 'sanitize-html'
import { resourceAddressBase } from '@shared/model/importedArticle'
import { alignmentAttribute, readAlignment } from './alignment'

const elements = (
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd hr br div section article aside figure figcaption details summary ' +
  'table caption thead tbody tfoot tr th td colgroup col a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s ' +
  'samp small span strong sub sup time u var wbr ruby rt rp img'
).split(' ')

/** Classes that Lontar itself gives a meaning; every other class is dropped. */
const classes = {
  aside: ['related-mention'],
  span: ['missing-image'],
  section: ['footnotes'],
  li: ['task-item'],
  blockquote: ['callout', 'callout-note', 'callout-tip', 'callout-warning'],
  p: ['callout-title'],
  code: ['maths']
}

/** Ids that came from a file carry this in front, so that none can shadow a name of the page that shows them. */
export const idPrefix = 'article-'

const idPattern = new RegExp(`^${idPrefix}[\\w.:-]{1,200}$`)
const resourcePattern = new RegExp(`^${resourceAddressBase}[0-9a-f]{64}$`)
const absolutePattern = /^(?:https?:\/\/|mailto:)/i
const longestValue = 10_000
const pixelPattern = /^[0-9]{1,5}$/

/** Drops attribute values that an allowed name does not make harmless. */
function keepHarmless(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs: sanitizeHtml.Attributes = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'id' && !idPattern.test(value)) continue
    if ((name === 'width' || name === 'height') && !pixelPattern.test(value)) continue
    if (name === 'dir' && !/^(?:ltr|rtl|auto)$/i.test(value)) continue
    if (name === 'href' && !(value.startsWith('#') ? idPattern.test(value.slice(1)) : absolutePattern.test(value)))
      continue
    if (value.length > longestValue) continue
    attribs[name] = value
  }
  const align = readAlignment(attributes[alignmentAttribute] ?? attributes['align'], attributes['style'])
  delete attribs['align']
  if (align !== undefined) attribs['align'] = align
  return { tagName, attribs }
}

const options: sanitizeHtml.IOptions = {
  allowedTags: elements,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'svg',
    'math',
    'iframe',
    'object'
  ],
  allowedAttributes: {
    '*': ['id', 'dir', 'lang'],
    a: ['href', 'title'],
    abbr: ['title'],
    dfn: ['title'],
    span: ['title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'scope', 'align'],
    col: ['span'],
    colgroup: ['span'],
    time: ['datetime'],
    details: ['open']
  },
  allowedClasses: classes,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['lontar-article'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: false,
  transformTags: { '*': keepHarmless },
  exclusiveFilter: frame => frame.tag === 'img' && !resourcePattern.test(frame.attribs['src'] ?? ''),
  nestingLimit: 300,
  parseStyleAttributes: false
}

/**
 * Markup with nothing in it but an article's structure: text elements, tables, figures, links to http, https, mailto
 * and prefixed fragments, images of the library. No script, style, form, frame, event handler or foreign address is left.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, options)
}
