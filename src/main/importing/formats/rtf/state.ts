// Owns what is in force at a place of an RTF file: a group's state, which its end takes back. Reads no token.

/** Where the text of a group goes. */
export type Destination =
  | 'body'
  | 'skipped'
  | 'fontTable'
  | 'styleSheet'
  | 'info'
  | 'picture'
  | 'instruction'
  | 'listText'
  | 'bookmark'
  /** A field of the document's properties. */
  | 'title'
  | 'author'
  | 'subject'
  | 'keywords'
  | 'doccomm'
  | 'creatim'

/** How characters look, as far as an article keeps it. */
export interface CharacterFormat {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruck: boolean
  readonly position: 'sup' | 'sub' | null
  readonly href: string | null
}

/** What a paragraph is. */
export interface ParagraphFormat {
  readonly style: number | null
  /** 0 for the outermost heading; 9 and null for text. */
  readonly outline: number | null
  readonly isInTable: boolean
  readonly list: number | null
  readonly listLevel: number
}

/** The state of a group. */
export interface GroupState {
  destination: Destination
  isHidden: boolean
  font: number | null
  /** How many characters stand behind one in Unicode for readers that do not know it. */
  skipped: number
  characters: CharacterFormat
  paragraph: ParagraphFormat
  /** True for the group that itself opened its destination, whose end closes that. */
  isOutermost: boolean
}

/** Characters without any format. */
export const plainCharacters: CharacterFormat = {
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  position: null,
  href: null
}

/** A paragraph without any format. */
export const plainParagraph: ParagraphFormat = {
  style: null,
  outline: null,
  isInTable: false,
  list: null,
  listLevel: 0
}

/** The state at a file's beginning. */
export function initialState(): GroupState {
  return {
    destination: 'body',
    isHidden: false,
    font: null,
    skipped: 1,
    characters: plainCharacters,
    paragraph: plainParagraph,
    isOutermost: false
  }
}

const isOn = (value: number | null): boolean => value !== 0

/** A format changed by a control word; null for a word that changes none. */
export function changeCharacters(format: CharacterFormat, word: string, value: number | null): CharacterFormat | null {
  switch (word) {
    case 'plain':
      return { ...plainCharacters, href: format.href }
    case 'b':
      return { ...format, isBold: isOn(value) }
    case 'i':
      return { ...format, isItalic: isOn(value) }
    case 'ul':
    case 'uld':
    case 'uldb':
    case 'uldash':
    case 'ulw':
    case 'ulwave':
      return { ...format, isUnderlined: isOn(value) }
    case 'ulnone':
      return { ...format, isUnderlined: false }
    case 'strike':
    case 'striked':
      return { ...format, isStruck: isOn(value) }
    case 'super':
      return { ...format, position: 'sup' }
    case 'sub':
      return { ...format, position: 'sub' }
    case 'nosupersub':
      return { ...format, position: null }
    default:
      return null
  }
}

/** See `changeCharacters`, for paragraphs. */
export function changeParagraph(format: ParagraphFormat, word: string, value: number | null): ParagraphFormat | null {
  switch (word) {
    case 'pard':
      return plainParagraph
    case 's':
      return { ...format, style: value }
    case 'outlinelevel':
      return { ...format, outline: value }
    case 'intbl':
      return { ...format, isInTable: true }
    case 'ls':
      return { ...format, list: value }
    case 'ilvl':
      return { ...format, listLevel: Math.min(8, Math.max(0, value ?? 0)) }
    default:
      return null
  }
}
