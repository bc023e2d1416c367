// Owns notes that stand in a page's margin or inside its sentences. Footnotes proper are `footnotes.ts`.
import type { PageDocument, PageElement } from '../../../markup/dom'

const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** Source: Tufte CSS and the themes that took its names over. */
function keepSideNotes(document: PageDocument, root: PageElement): void {
  const notes = [...root.querySelectorAll('span.sidenote,span.marginnote,small.sidenote')]
  if (notes.length === 0) return
  for (const toggle of root.querySelectorAll('label.margin-toggle,input.margin-toggle')) toggle.remove()
  const listed = [...root.querySelectorAll('.footnotes,[class*="footnote-definition"],[role="doc-endnotes"]')]
    .map(list => comparable(list.textContent))
    .join(' ')
  for (const note of notes) {
    for (const number of note.querySelectorAll('.sidenote-number')) number.remove()
    const text = note.textContent.replace(/\s+/g, ' ').trim()
    if (text === '' || listed.includes(comparable(text))) {
      note.remove()
      continue
    }
    const small = document.createElement('small')
    small.append(' (', ...note.childNodes, ')')
    note.replaceWith(small)
  }
}

function makeMark(document: PageDocument, text: string): PageElement {
  const mark = document.createElement('sup')
  mark.textContent = `[${text}]`
  return mark
}

/** Source: the markup of LaTeXML, in which papers are published as pages. */
function keepPaperNotes(document: PageDocument, root: PageElement): void {
  let list: PageElement | null = null
  for (const note of root.querySelectorAll('.ltx_note')) {
    const mark = note.querySelector('.ltx_note_mark')?.textContent.trim() ?? ''
    const content = note.querySelector('.ltx_note_content')
    if (mark === '') continue
    if (content && note.matches('.ltx_role_footnote')) {
      for (const extra of content.querySelectorAll('.ltx_note_mark,.ltx_tag_note,.ltx_note_type')) extra.remove()
      list ??= appendList(document, note, root)
      const item = document.createElement('li')
      item.append(...content.childNodes)
      list.append(item)
    }
    note.replaceWith(makeMark(document, mark))
  }
}

function appendList(document: PageDocument, note: PageElement, root: PageElement): PageElement {
  const section = document.createElement('section')
  section.setAttribute('class', 'footnotes')
  const list = document.createElement('ol')
  section.append(list)
  ;(note.closest('article,main') ?? root).append(section)
  return list
}

/** Writes notes of the margin behind their sentence, and those inside a paper's sentences as a list at its end. */
export function keepMarginNotes(document: PageDocument, root: PageElement): void {
  keepSideNotes(document, root)
  keepPaperNotes(document, root)
}
