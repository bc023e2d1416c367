// Owns what of a page is surely no part of its article: navigation, shares, adverts, teasers. Decides by names and form.
import { mentionMark } from '../../../markup/markMentions'
import type { PageElement } from '../../../markup/dom'

/** Parts that their element, role or a widespread program names. */
const selectors = [
  '[role="navigation"],[role="search"],[role="toolbar"],[role="dialog"],[role="alertdialog"],[role="menu"],[role="menubar"],[role="tablist"],[role="tooltip"],.hover-info',
  '[aria-label*="breadcrumb" i],[aria-label="Share" i]',
  'nav,.mw-editsection,.navbox,.catlinks,.mw-jump-link,.printfooter,.vector-toc,.mw-indicators,#toc,.sf-hidden',
  'a.headerlink,a.anchor,a.permalink,a.anchor-link,a.heading-link,a.heading-anchor,a.hash-link'
].join(',')

/** Words of a class or an id, each alternative of which names a part that is no article. */
const names = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'breadcrumbs?|skip-?(?:link|to-content)|pagination|pager|prev-?next|post-?nav(?:igation)?',
    'nav-?(?:panel|bar|menu|view\\w*)|navigation|site-?(?:header|footer|nav)|toc|table-?of-?contents',
    'share(?:-?(?:bar|box|buttons?|icons?|links?|panel|tools?|this))?|sharing|sharedaddy',
    'social-?(?:bar|icons?|links?|share|sharing|buttons?)',
    'newsletter(?:-?[a-z]+)?|subscribe-?(?:box|form|widget|banner)',
    'cookies?-?(?:banner|bar|consent|notice|popup)|gdpr|advert(?:s|isement|ising)?|ads?-(?:slot|unit|container|wrapper|banner)',
    'related-?(?:posts?|articles?|stories|content|links?|reading|topics|news)|recommendations|recommended(?:-?(?:posts?|articles?|stories))?',
    '(?:more|other|further|latest|popular|trending|recent)-(?:posts?|articles?|stories|news|from)|backlinks',
    'author-?(?:bio|box|card|info|contact)|about-?(?:the-?)?author|editorial_contact|comment-?(?:form|respond)'
  ].join('|')})(?:$|[\\s_-])`,
  'i'
)

/** Headings above teasers. */
const teaserHeading =
  /^(?:(?:related|more|recent|recommended|latest|popular|trending|similar|further)\s(?:posts?|articles?|stories|news|content|reading)|more (?:from|on)\s.{1,40}|you (?:may|might) also (?:like|enjoy)|read next|keep reading|what to read next|links to this page)\s*:?$/i

const kept = 'article,main,[role="main"],[itemprop~="articleBody"],h1'
const mostOfPage = 0.4

const lengthOf = (element: PageElement): number => element.textContent.replace(/\s+/g, ' ').trim().length

const linkLength = (element: PageElement): number =>
  [...element.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link), 0)

function isNamed(element: PageElement): boolean {
  const written = `${element.getAttribute('class') ?? ''} ${element.id}`
  return names.test(written.replace(/([a-z])([A-Z])/g, '$1-$2'))
}

/** The box that such a heading opens: the innermost one with links in it. */
function boxOf(heading: PageElement, root: PageElement): PageElement | null {
  let box = heading.parentElement
  while (box && box !== root && !box.querySelector('a')) box = box.parentElement
  return box && box !== root && !box.matches('article,main,body') && !box.querySelector('h1') ? box : null
}

/** Boxes below such a heading go where they are mostly links. */
function removeTeasers(root: PageElement): void {
  for (const heading of root.querySelectorAll('h2,h3,h4,h5,h6')) {
    if (!root.contains(heading) || !teaserHeading.test(heading.textContent.replace(/\s+/g, ' ').trim())) continue
    const box = boxOf(heading, root)
    if (box && linkLength(box) > (lengthOf(box) - lengthOf(heading)) * 0.5) box.remove()
  }
}

/** Lists of the page's own sections. */
function removeContents(root: PageElement): void {
  for (const list of root.querySelectorAll('ul,ol')) {
    const links = [...list.querySelectorAll('a')]
    const isContents = links.length > 2 && links.every(link => /^[^#]*#./.test(link.getAttribute('href') ?? ''))
    if (!isContents || list.parentElement?.closest('ul,ol') || linkLength(list) < lengthOf(list) * 0.8) continue
    if (list.closest('.footnotes,.references,[role="doc-endnotes"]')) continue
    list.remove()
  }
}

/** Blocks at the end of an article that are links to other articles, each with its topics. */
function removeTrailingLinks(root: PageElement): void {
  for (const section of root.querySelectorAll('article > section:last-of-type, main > section:last-of-type')) {
    const paragraphs = [...section.querySelectorAll('p')].filter(paragraph => /\S/.test(paragraph.textContent))
    const isLinks = paragraphs.length > 1 && paragraphs.every(one => linkLength(one) > lengthOf(one) * 0.7)
    if (isLinks && linkLength(section) > lengthOf(section) * 0.7 && !section.querySelector(kept)) section.remove()
  }
}

/** Takes what is surely no article off `root`; never a part that holds the article, or most of the page. */
export function removeClutter(root: PageElement): void {
  const most = lengthOf(root) * mostOfPage
  const remove = (element: PageElement): void => {
    if (element === root || !root.contains(element) || element.closest('pre,code')) return
    if (element.querySelector(kept) || element.matches(kept) || lengthOf(element) > most) return
    // Titles of read-also lines stand in such boxes; they are what the library keeps of them.
    element.replaceWith(...element.querySelectorAll(`[${mentionMark}]`))
  }
  for (const element of root.querySelectorAll(selectors)) remove(element)
  for (const element of root.querySelectorAll('[class],[id]')) if (isNamed(element)) remove(element)
  removeTeasers(root)
  removeTrailingLinks(root)
  removeContents(root)
}
