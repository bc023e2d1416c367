// Owns the recognition of lines that name an author or editor. Removes nothing itself.
import type { Inference } from '@shared/model/article'
import { alternatives, guessOf } from '../guess'
import { authorLabels, bareLabels, editorLabels } from '../words/people'

/** A person named on a line of its own. */
export interface FoundPerson {
  readonly role: 'author' | 'editor'
  readonly name: string
}

const labelled = new RegExp(
  `^(?<label>${alternatives([...authorLabels, ...editorLabels])})(?<mark>\\s*[:：]\\s*|\\s+)(?<names>.{2,120})$`,
  'iu'
)
const editors = new Set(editorLabels)
const particle =
  /^(?:bin|binti|de|del|da|dos|van|von|der|den|di|la|le|el|al|ibn|and|und|et|y|e|en|dan|&|S\.\w+\.?|M\.\w+\.?)$/i

/** Whether words look like names of people: a few capitalised words, with particles and initials. */
function areNames(text: string): boolean {
  const words = text.split(/[\s,/;]+/).filter(word => word !== '')
  const capital = words.filter(word => /^["'’]?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || /^\p{Lo}+$/u.test(word))
  const others = words.filter(word => !capital.includes(word) && !particle.test(word))
  return (
    words.length <= 14 && capital.length >= 1 && others.length === 0 && !/[.!?]$/.test(text.replace(/\b\p{L}\.$/u, ''))
  )
}

/** The author or editor on a line that names nothing else, or null. */
export function findPerson(line: string): FoundPerson | null {
  const groups = labelled.exec(line)?.groups
  const label = groups?.['label']?.toLowerCase().replace(/\s+/g, ' ')
  const names = groups?.['names']?.trim()
  if (!label || !names) return null
  const hasColon = /[:：]/.test(groups?.['mark'] ?? '')
  if (!hasColon && !bareLabels.has(label)) return null
  if (!areNames(names) || (!hasColon && names.split(/\s+/).length > 8)) return null
  return { role: editors.has(label) ? 'editor' : 'author', name: names }
}

/** The author whose name alone is a part of a line, or null. Two to five capitalised words. */
export function findBareName(part: string): FoundPerson | null {
  const words = part.split(/\s+/)
  return words.length >= 2 && words.length <= 5 && areNames(part) ? { role: 'author', name: part } : null
}

/** The byline of the people named around a text: its authors, or where none is named its first editor. */
export function bylineOf(people: readonly FoundPerson[]): Inference | undefined {
  const authors = people.filter(person => person.role === 'author').map(person => person.name)
  if (authors.length > 0) return guessOf([...new Set(authors)].join(', '), 0.9, 'A line that names the author')
  const [editor] = people
  return editor ? guessOf(editor.name, 0.5, 'A line that names the editor; no author is named') : undefined
}
