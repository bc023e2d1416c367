// Owns footnotes of pages: marks that stand apart from their word, and notes as one list. Knows the forms that they take.
import type { PageDocument, PageElement, PageNode } from '../../../markup/dom'
import { keepMarginNotes } from './marginNotes'

const label = /^[[(]?\s*(\d{1,3}|[*†‡§¶]{1,3})\s*[\])]?[.:]?$/
const noteName = /foot|fn|note|cite|aside-link|ref/i
const backName = /backref|footnote-back|reversefootnote|return/i
const arrows = /^(?:[\s↩↑↵⏎^[\]]|\u{FE0E}|\u{FE0F})+$/u
const blocks = 'p,li,dd,div,h5,h6,td'
/** Beyond so many marks a page is no text with notes. */
const mostMarks = 3_000

interface Mark {
  readonly element: PageElement
  readonly label: string
  /** The block that begins with this mark, which makes the block a note. */
  readonly note: PageElement | null
  readonly isLinked: boolean
}

const isBlank = (node: PageNode): boolean => (node.nodeType === 3 ? !/\S/.test(node.textContent) : node.nodeType !== 1)

/** The block that begins with `element`, or null where text stands before it. */
function blockBegunBy(element: PageElement): PageElement | null {
  let inner = element
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const first = [...outer.childNodes].find(node => !isBlank(node))
    if (first !== inner) return null
    if (outer.matches(blocks)) return outer
    inner = outer
  }
  return null
}

function readMark(element: PageElement): Mark | null {
  const found = label.exec(element.textContent.trim())?.[1]
  if (found === undefined || element.closest('pre,code')) return null
  if (element.localName === 'sup' && element.parentElement?.localName === 'a') return null
  if (element.localName === 'a' && element.closest('sup')) return null
  const note = blockBegunBy(element)
  if (element.localName === 'strong' && note === null) return null
  const link = element.localName === 'a' ? element : (element.querySelector('a') ?? null)
  const isLinked = link?.getAttribute('href')?.includes('#') === true
  const names = [element, element.parentElement, link].map(
    one => `${one?.getAttribute('class') ?? ''} ${one?.id ?? ''} ${one?.getAttribute('href') ?? ''}`
  )
  if (element.localName === 'a' && !(isLinked && (noteName.test(names.join(' ')) || element.querySelector('sup'))))
    return null
  return { element, label: found, note, isLinked }
}

/** Sets a mark apart from the word before it, so that neither a reader nor a search takes both for one. */
function writeMark(mark: Mark): void {
  let inner = mark.element
  for (let [only] = inner.children; only && inner.children.length === 1; [only] = inner.children) {
    if (only.textContent.trim() !== inner.textContent.trim()) break
    inner = only
  }
  inner.textContent = `[${mark.label}]`
}

function idOf(mark: Mark, note: PageElement): string | null {
  const anchor = mark.element.matches('[id],[name]') ? mark.element : mark.element.querySelector('[id],[name]')
  return note.id || (anchor?.id ?? null) || (anchor?.getAttribute('name') ?? null)
}

/** The notes as items, which the list numbers: notes that follow each other come into one list. */
function writeNotes(document: PageDocument, notes: readonly Mark[]): void {
  let list: PageElement | null = null
  let section: PageElement | null = null
  for (const mark of notes) {
    const { note } = mark
    if (!note || note.matches('li,td') || !note.parentElement) continue
    const next = note.nextElementSibling
    const isHeading = note.textContent.trim() === mark.element.textContent.trim()
    const body = isHeading ? next : note
    if (!body || !/\S/.test(body.textContent)) continue
    const id = idOf(mark, note)
    if (!isHeading) mark.element.remove()
    if (!list || note.parentElement.children[0] === note || note !== section?.nextElementSibling) {
      section = document.createElement('section')
      section.setAttribute('class', 'footnotes')
      list = document.createElement('ol')
      if (/^\d+$/.test(mark.label) && mark.label !== '1') list.setAttribute('start', mark.label)
      section.append(list)
      note.before(section)
    }
    const item = document.createElement('li')
    if (id) item.setAttribute('id', id)
    item.append(...body.childNodes)
    list.append(item)
    note.remove()
    body.remove()
  }
}

/** Lists of notes in asides, which extraction would take for what stands beside the article. */
function keepAsideLists(document: PageDocument, root: PageElement, labels: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (const aside of root.querySelectorAll('aside')) {
    const [list] = aside.children
    if (list?.localName !== 'ol' || aside.children.length > 1) continue
    const start = Number(list.getAttribute('start') ?? '1')
    const own = [...list.children].map((_, index) => String(start + index))
    if (!own.every(one => labels.has(one))) continue
    const section = document.createElement('section')
    section.setAttribute('class', 'footnotes')
    section.append(...aside.childNodes)
    aside.replaceWith(section)
    for (const one of own) found.add(one)
  }
  return found
}

/** Writes the footnotes below `root`: `[1]` in the text, the notes as lists, no links back. */
export function keepFootnotes(document: PageDocument, root: PageElement): void {
  keepMarginNotes(document, root)
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    const isBack =
      arrows.test(link.textContent) ||
      (backName.test(link.getAttribute('class') ?? '') && !label.test(link.textContent.trim()))
    if (isBack && link.querySelector('img') === null && /\S/.test(link.textContent)) link.remove()
  }
  const marks = [...root.querySelectorAll('sup,a[href*="#"],strong')]
    .slice(0, mostMarks)
    .flatMap(element => readMark(element) ?? [])
  if (marks.length === 0) return
  const references = marks.filter(mark => mark.note === null)
  const used = new Set(references.map(mark => mark.label))
  const inAsides = keepAsideLists(document, root, used)
  const notes = marks.filter(mark => mark.note !== null && used.has(mark.label))
  const noted = new Set([...notes.map(mark => mark.label), ...inAsides])
  for (const mark of references) if (mark.isLinked || noted.has(mark.label)) writeMark(mark)
  writeNotes(document, notes)
}
