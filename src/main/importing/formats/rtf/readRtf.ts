// Owns the reading of an RTF file: the meaning of its control words. Makes no article. Long because the words are many.
// Source: Rich Text Format (RTF) Specification 1.9.1.
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'
import { escapeMarkup } from '../../markup/escape'
import type { DocumentProperties } from '../office/properties'
import { subtitleClass, titleClass } from '../office/readDocument'
import { decodePiece, labelOfCharset, labelOfCodePage } from './codePages'
import { destinationOf } from './destinations'
import { changeCharacters, changeParagraph, initialState, type GroupState, type ParagraphFormat } from './state'
import { createStory, type ParagraphKind, type Story } from './story'
import { readTokens, type Token } from './tokens'

/** What an RTF file holds. */
export interface RtfContent {
  readonly markup: string
  /** Images by the addresses that the markup has for them. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly properties: DocumentProperties
  /** WHATWG label of the file's own code page. */
  readonly encoding: string
  /** True where groups were still open at the end. */
  readonly isCutOff: boolean
}

/** Words that stand for characters. */
const characters: ReadonlyMap<string, string> = new Map([
  ['line', '\n'],
  ['tab', ' '],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00A0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\']
])

const paragraphEnds = new Set(['par', 'sect', 'page'])
const ansiSets: ReadonlyMap<string, number> = new Map([
  ['ansi', 1252],
  ['mac', 10_000],
  ['pc', 437],
  ['pca', 850]
])

/** Reads a file. Throws AppError `file_too_complex` for groups that lie too deeply in each other. */
export function readRtf(bytes: Uint8Array, limits: ImportLimits): RtfContent {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const fonts = new Map<number, string>()
  const styles = new Map<number, { name: string; outline: number | null }>()
  const fields = new Map<string, string>()
  const images = new Map<string, Uint8Array>()
  const notes: string[] = []
  const openNotes: { readonly number: number; readonly depth: number }[] = []
  const stories: Story[] = [createStory()]
  const groups: GroupState[] = []
  let state = initialState()
  let codePage = 'windows-1252'
  let bytesLeft: number[] = []
  let toSkip = 0
  let isStarred = false
  let isAtStart = false
  let instruction = ''
  let bookmark = ''
  let listMark: string | null = null
  let styleName = ''
  let style: number | null = null
  let picture: { type: boolean; hex: string[]; binary: Uint8Array | null } = { type: false, hex: [], binary: null }
  let made = { yr: 0, mo: 1, dy: 1 }

  const story = (): Story => stories.at(-1) ?? (stories[0] as Story)

  const kindOf = (format: ParagraphFormat): ParagraphKind => {
    const known = format.style === null ? undefined : styles.get(format.style)
    const outline = format.outline ?? known?.outline ?? null
    const named = /^(?:heading|überschrift|titre|judul)\s*(\d)/i.exec(known?.name ?? '')?.[1]
    const level = named ? Number(named) : outline !== null && outline < 9 ? outline + 1 : 0
    const isOrdered = /^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(listMark ?? '')
    const isItem = level === 0 && (listMark !== null || format.list !== null)
    const own = /^title$/i.test(known?.name ?? '')
      ? `p class="${titleClass}"`
      : /^subtitle$/i.test(known?.name ?? '')
        ? `p class="${subtitleClass}"`
        : 'p'
    return {
      tag: level > 0 ? `h${Math.min(level, 6)}` : own,
      isInTable: format.isInTable,
      list: isItem ? { isOrdered, level: format.listLevel } : null
    }
  }

  const addCharacters = (text: string): void => {
    if (text === '' || state.isHidden) return
    switch (state.destination) {
      case 'body':
        story().addText(text, state.characters)
        break
      case 'instruction':
        instruction += text
        break
      case 'listText':
        listMark = (listMark ?? '') + text
        break
      case 'bookmark':
        bookmark += text
        break
      case 'styleSheet':
        styleName += text
        break
      case 'title':
      case 'author':
      case 'subject':
      case 'keywords':
      case 'doccomm':
        fields.set(state.destination, (fields.get(state.destination) ?? '') + text)
        break
      case 'skipped':
      case 'fontTable':
      case 'info':
      case 'picture':
      case 'creatim':
        break
    }
  }

  const flush = (): void => {
    if (bytesLeft.length === 0) return
    const label = (state.font === null ? undefined : fonts.get(state.font)) ?? codePage
    const piece = Uint8Array.from(bytesLeft)
    bytesLeft = []
    addCharacters(decodePiece(piece, label))
  }

  const addBytes = (given: Uint8Array): void => {
    const from = Math.min(toSkip, given.length)
    toSkip -= from
    const shown = from === 0 ? given : given.subarray(from)
    if (state.destination === 'picture') picture.hex.push(Buffer.from(shown).toString('latin1'))
    else if (state.destination !== 'skipped') for (const byte of shown) bytesLeft.push(byte)
  }

  const endPicture = (): void => {
    const { type, hex, binary } = picture
    picture = { type: false, hex: [], binary: null }
    const digits = hex.join('').replace(/[^0-9a-f]/gi, '')
    if (!type || (!binary && digits.length > limits.resourceBytes * 2) || images.size >= limits.resources) return
    const address = `picture-${images.size + 1}`
    images.set(address, binary ?? new Uint8Array(Buffer.from(digits, 'hex')))
    story().addMarkup(`<img src="${address}" alt="">`, state.characters)
  }

  const startNote = (): void => {
    const number = notes.push('')
    story().addMarkup(`<sup><a id="note-ref-${number}" href="#note-${number}">[${number}]</a></sup>`, {
      ...state.characters,
      position: null
    })
    stories.push(createStory())
    state.paragraph = { ...state.paragraph, isInTable: false, style: null, list: null }
    state.characters = { ...state.characters, position: null }
    openNotes.push({ number, depth: groups.length })
  }

  const endNote = (): void => {
    const note = openNotes.pop()
    const finished = stories.pop()?.finish(kindOf(state.paragraph)) ?? ''
    if (note) {
      notes[note.number - 1] = `<li id="note-${note.number}">${finished} <a href="#note-ref-${note.number}">↑</a></li>`
    }
  }

  const linkOf = (): string | null => {
    const [, bookmarkName] = /HYPERLINK\s+\\l\s+"?([^"\\\s]+)"?/i.exec(instruction) ?? []
    if (bookmarkName !== undefined) return `#${bookmarkName}`
    return /HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? /HYPERLINK\s+([^\s"\\]+)/i.exec(instruction)?.[1] ?? null
  }

  const endGroup = (): void => {
    flush()
    const ended = state
    if (openNotes.at(-1)?.depth === groups.length) endNote()
    state = groups.pop() ?? initialState()
    if (ended.destination === 'styleSheet' && state.destination === 'styleSheet') {
      const name = styleName.replace(/;\s*$/, '').trim()
      styles.set(style ?? 0, { name, outline: ended.paragraph.outline })
      styleName = ''
      style = null
    }
    if (ended.destination === 'picture' && ended.isOutermost) endPicture()
    if (ended.destination === 'bookmark' && ended.isOutermost) {
      story().addMarkup(`<a id="${escapeMarkup(bookmark.trim())}"></a>`, state.characters)
      bookmark = ''
    }
  }

  const readStyleWord = (name: string, value: number | null): void => {
    if (name === 's') style = value
    const paragraph = changeParagraph(state.paragraph, name, value)
    if (paragraph) state.paragraph = paragraph
  }

  const readBodyWord = (name: string, value: number | null): void => {
    const text = characters.get(name)
    if (text !== undefined) {
      addCharacters(text)
      return
    }
    const format = changeCharacters(state.characters, name, value)
    if (format) {
      state.characters = format
      if (name === 'plain') {
        state.font = null
        state.isHidden = false
      }
      return
    }
    const paragraph = changeParagraph(state.paragraph, name, value)
    if (paragraph) {
      state.paragraph = paragraph
      return
    }
    if (state.destination !== 'body') return
    if (paragraphEnds.has(name)) {
      story().endParagraph(kindOf(state.paragraph))
      listMark = null
    } else if (name === 'cell' || name === 'nestcell') {
      story().endCell(kindOf(state.paragraph))
      listMark = null
    } else if (name === 'row' || name === 'nestrow') story().endRow()
    else if (name === 'footnote') startNote()
    else if (name === 'field') instruction = ''
    else if (name === 'fldrslt') state.characters = { ...state.characters, href: linkOf() }
  }

  const readUnicode = (value: number): void => {
    addCharacters(String.fromCharCode(value < 0 ? value + 65_536 : value))
    toSkip = state.skipped
  }

  const readWord = (name: string, value: number | null): void => {
    if (toSkip > 0 && name !== '*') {
      toSkip--
      return
    }
    flush()
    if (name === '*') {
      isStarred = true
      return
    }
    const destination = isAtStart || isStarred ? destinationOf(name, isStarred) : null
    isStarred = false
    if (destination && state.destination !== 'skipped') {
      state.destination = destination
      state.isOutermost = true
      if (destination === 'listText') listMark = ''
      return
    }
    if (state.destination === 'skipped') return
    if (name === 'u' && value !== null) readUnicode(value)
    else if (name === 'uc') state.skipped = Math.min(16, Math.max(0, value ?? 1))
    else if (name === 'f') state.font = value
    else if (name === 'v' || name === 'deleted') state.isHidden = value !== 0
    else if (name === 'ansicpg' && value !== null) codePage = labelOfCodePage(value)
    else if (ansiSets.has(name)) codePage = labelOfCodePage(ansiSets.get(name) ?? 1252)
    else if (state.destination === 'fontTable') {
      const label =
        name === 'fcharset' ? labelOfCharset(value ?? 0) : name === 'cpg' ? labelOfCodePage(value ?? 0) : null
      if (label !== null && state.font !== null) fonts.set(state.font, label)
    } else if (state.destination === 'styleSheet') readStyleWord(name, value)
    else if (state.destination === 'creatim') {
      if (name === 'yr' || name === 'mo' || name === 'dy') made = { ...made, [name]: value ?? 0 }
    } else if (state.destination === 'picture') {
      if (name === 'pngblip' || name === 'jpegblip') picture.type = true
    } else readBodyWord(name, value)
  }

  const readToken = (token: Token): void => {
    if (token.kind === 'open') {
      flush()
      toSkip = 0
      if (groups.length >= limits.rtfDepth) {
        throw new AppError('file_too_complex', 'The groups of the document lie too deeply in each other')
      }
      groups.push(state)
      state = { ...state, isOutermost: false }
      isAtStart = true
      isStarred = false
      return
    }
    if (token.kind === 'close') {
      toSkip = 0
      endGroup()
    } else if (token.kind === 'binary') {
      if (state.destination === 'picture' && token.bytes.length <= limits.resourceBytes) picture.binary = token.bytes
    } else if (token.kind === 'bytes') addBytes(token.bytes)
    else {
      readWord(token.name, token.value)
      if (token.name === '*') return
    }
    isAtStart = false
  }

  let isFinished = false
  for (const token of readTokens(file)) {
    readToken(token)
    // Whatever follows the outermost group is no part of the document.
    isFinished = token.kind === 'close' && groups.length === 0
    if (isFinished) break
  }
  flush()
  while (stories.length > 1) endNote()
  const body = story().finish(kindOf(state.paragraph))
  const list = notes.length > 0 ? `<section class="footnotes"><ol>${notes.join('')}</ol></section>` : ''
  const day = [String(made.yr).padStart(4, '0'), ...[made.mo, made.dy].map(part => String(part).padStart(2, '0'))]
  return {
    markup: body + list,
    images,
    properties: {
      title: fields.get('title'),
      author: fields.get('author'),
      description: fields.get('doccomm') ?? fields.get('subject'),
      keywords: fields.get('keywords'),
      created: made.yr > 0 ? day.join('-') : null
    },
    encoding: codePage,
    isCutOff: !isFinished
  }
}
