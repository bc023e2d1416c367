// Owns the recognition of lines that name an author or editor. Removes nothing itself.
import type { Inference } from '@shared/model/article'
import { alternatives, guessOf, quote } from '../guess'
import { authorLabels, bareLabels, editorLabels, ourWords, staffBylines } from '../words/people'
import { knownOutlets } from '../words/names'
import { isOutletName } from './outletName'

/** A person named on a line of its own. */
export interface FoundPerson {
  readonly role: 'author' | 'staff' | 'editor'
  /** The name; for a newsroom, the words in its place. */
  readonly name: string
  /** The name with its label. */
  readonly written: string
  /** The agency that the author worked with: `Par Camille Roux, avec AFP`. */
  readonly agency?: string
}

const labelled = new RegExp(
  `^(?<label>${alternatives([...authorLabels, ...editorLabels])})(?<mark>\\s*[:：]\\s*|\\s+)(?<names>.{2,120})$`,
  'iu'
)
const editors = new Set(editorLabels)
/** What somebody is, before the name: `onze redacteur`, `notre correspondante à Lyon,`. */
const office = new RegExp(
  `^(?:${alternatives(ourWords)})\\s+\\p{L}[\\p{L}-]*(?:\\s+(?:à|in|en|em|te)\\s+\\p{Lu}[\\p{L}-]*)?(?:,?\\s+|$)`,
  'iu'
)
const withAgency =
  /,?\s+(?:avec|with|mit|con|com|met|dan|and|et|und|y|e|en)\s+(?:the\s+|l[’'])?(?<agency>\p{L}[\p{L} .]{1,24})$/iu
const particle =
  /^(?:bin|binti|de|del|da|dos|van|von|der|den|di|la|le|el|al|ibn|and|und|et|y|e|en|dan|&|S\.\w+\.?|M\.\w+\.?)$/i

/** Whether words look like names of people: a few capitalised words, with particles and initials. */
export function areNames(text: string): boolean {
  const words = text.split(/[\s,/;]+/).filter(word => word !== '')
  const capital = words.filter(word => /^["'’]?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || /^\p{Lo}+$/u.test(word))
  const others = words.filter(word => !capital.includes(word) && !particle.test(word))
  return (
    words.length <= 14 && capital.length >= 1 && others.length === 0 && !/[.!?]$/.test(text.replace(/\b\p{L}\.$/u, ''))
  )
}

/** Whether a line names a newsroom: `Da redação`, `Tim detikcom`. */
function isStaff(line: string): boolean {
  const team = /^tim\s+(?<outlet>\S+)$/i.exec(line)?.groups?.['outlet']
  return staffBylines.has(line.toLowerCase()) || (team !== undefined && isOutletName(team))
}

/** The author, newsroom or editor on a line that names nothing else, or null. */
export function findPerson(line: string): FoundPerson | null {
  if (isStaff(line)) return { role: 'staff', name: line, written: line }
  const [, member, desk] = /^([^,]{4,60}),\s*(\S.*)$/.exec(line) ?? []
  if (member && desk && isStaff(desk) && findBareName(member)) return { role: 'author', name: member, written: line }
  const groups = labelled.exec(line)?.groups
  const label = groups?.['label']?.toLowerCase().replace(/\s+/g, ' ')
  const names = groups?.['names']?.trim().replace(office, '')
  if (!label || !names) return null
  const hasColon = /[:：]/.test(groups?.['mark'] ?? '')
  if (!hasColon && !bareLabels.has(label)) return null
  const agency = withAgency.exec(names)?.groups?.['agency']
  if (agency && knownOutlets.has(agency.toLowerCase())) {
    const person = findPerson(line.replace(withAgency, ''))
    return person && { ...person, written: line, agency }
  }
  if (!areNames(names) || (!hasColon && names.split(/\s+/).length > 8)) return null
  return { role: editors.has(label) ? 'editor' : 'author', name: names, written: line }
}

/** Whether a line gives what its author is, whoever that may be: `Door onze verslaggever`. */
export function namesOffice(line: string): boolean {
  const names = labelled.exec(line)?.groups?.['names']
  return names !== undefined && names.split(/\s+/).length <= 8 && office.test(names)
}

/** The author whose name alone is a part of a line, or null. Two to five capitalised words. */
export function findBareName(part: string): FoundPerson | null {
  const words = part.split(/\s+/)
  return words.length >= 2 && words.length <= 5 && areNames(part) ? { role: 'author', name: part, written: part } : null
}

/** The byline of the people named around a text: its authors, else its newsroom, else its editors, named as such. */
export function bylineOf(people: readonly FoundPerson[]): Inference | undefined {
  const namesOf = (role: FoundPerson['role'], key: 'name' | 'written'): string =>
    [...new Set(people.filter(person => person.role === role).map(person => person[key]))].join(', ')
  const authors = namesOf('author', 'name')
  if (authors !== '') return guessOf(authors, 0.9, 'A line that names the author')
  const staff = namesOf('staff', 'name')
  if (staff !== '') return guessOf(staff, 0.7, 'A line that names the newsroom')
  const named = namesOf('editor', 'written')
  return named === '' ? undefined : guessOf(named, 0.5, 'A line that names the editor; no author is named')
}

/** The agency with which an author worked. */
export function agencyOf(people: readonly FoundPerson[]): Inference | undefined {
  const person = people.find(each => each.agency !== undefined)
  return person?.agency === undefined
    ? undefined
    : guessOf(person.agency, 0.85, `The line of the author says ${quote(person.written)}`)
}

/** Whether a line names an editor whom the byline leaves out, since `people` hold an author too. */
export function hasUnnamedEditor(line: readonly FoundPerson[], people: readonly FoundPerson[]): boolean {
  return line.some(person => person.role === 'editor') && people.some(person => person.role !== 'editor')
}
