// Owns the way from XHTML to markup that an HTML parser reads alike: what closes itself in XML does not in HTML.
import { escapeMarkup } from '../../markup/escape'

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr image use path rect circle line'.split(' ')
)
const selfClosed = /<([a-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)\/>/gi
const section = /<!\[CDATA\[([\s\S]*?)\]\]>/g

/** Opens what an HTML parser would leave open (`<title/>` swallows the page), and shows CDATA as the text that it is. */
export function toHtml(xhtml: string): string {
  const withText = xhtml.includes('<![CDATA[') ? xhtml.replace(section, (_, text: string) => escapeMarkup(text)) : xhtml
  return withText.replace(selfClosed, (tag, name: string, attributes: string) =>
    voidElements.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`
  )
}
