// Owns the last cleaning of article markup before it enters the reader's frame. The only file that knows DOMPurify; the
// import pipeline has cleaned the markup before, this is the second wall.
import DOMPurify from 'dompurify'

const allowedTags = (
  'a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt ' +
  'em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q rp rt ruby s samp ' +
  'section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ')

const allowedAttributes = (
  'abbr alt cite class colspan datetime dir headers height href id lang open reversed rowspan scope span src start title ' +
  'type value width'
).split(' ')

/** The nodes of stored article markup, without anything that could run, load from outside or restyle the page. */
export function sanitiseArticle(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: allowedAttributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|lontar-article:|#)/i,
    // Ids are targets of the article's own links; a prefix of DOMPurify's would break them.
    SANITIZE_NAMED_PROPS: false,
    RETURN_DOM_FRAGMENT: true
  })
}
