// Owns highlights and notes: where they are in their article's text, and what becomes of them when that text changes.
import type { Database } from 'better-sqlite3'
import type { Annotation } from '@shared/model/annotation'
import { contextLength, createAnchorQuote } from '@shared/text/anchorQuote'
import { createId } from './ids'

/** A passage marked elsewhere, or a note on the whole article (an empty quote). */
export interface NewAnnotation {
  readonly quote: string
  readonly note: string | null
  readonly color: string | null
  readonly tags: readonly string[]
  /** Milliseconds since 1970; null counts as now. */
  readonly createdAt: number | null
}

/** Reads and writes annotations, by the numbers of their articles. */
export interface AnnotationRepository {
  readonly findFor: (articleNumber: number) => readonly Annotation[]
  /** Adds those that the article does not have yet, found in its text where they are there. Gives how many. */
  readonly add: (articleNumber: number, annotations: readonly NewAnnotation[]) => number
  /** Looks for every annotation of an article in its text as it is now; none is ever removed. */
  readonly anchorAgain: (articleNumber: number) => void
}

interface AnnotationRow {
  readonly number: number
  readonly id: string
  readonly kind: Annotation['kind']
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly start_offset: number | null
  readonly end_offset: number | null
  readonly note: string | null
  readonly color: string | null
  readonly tags: string
  readonly created_at: number
}

/** Prepares the statements. */
export function createAnnotationRepository(database: Database, now: () => number): AnnotationRepository {
  const select = database.prepare<[number], AnnotationRow>(
    `SELECT number, id, kind, quote, prefix, suffix, start_offset, end_offset, note, color, tags, created_at
     FROM annotation WHERE article_number = ? ORDER BY start_offset IS NULL, start_offset, number`
  )
  const selectText = database.prepare<[number], string>('SELECT text FROM content WHERE article_number = ?').pluck()
  const selectSame = database.prepare(
    'SELECT 1 FROM annotation WHERE article_number = ? AND kind = ? AND quote = ? AND ifnull(note, ?) = ?'
  )
  const insert = database.prepare(
    `INSERT INTO annotation (id, article_number, kind, quote, prefix, suffix, start_offset, end_offset, note, color, tags,
       created_at, changed_at)
     VALUES (@id, @articleNumber, @kind, @quote, @prefix, @suffix, @start, @end, @note, @color, @tags, @createdAt, @now)`
  )
  const updatePlace = database.prepare(
    'UPDATE annotation SET prefix = ?, suffix = ?, start_offset = ?, end_offset = ? WHERE number = ?'
  )

  return {
    findFor: articleNumber => select.all(articleNumber).map(toAnnotation),
    add: (articleNumber, annotations) => {
      const text = selectText.get(articleNumber) ?? ''
      const anchorQuote = createAnchorQuote(text)
      let added = 0
      for (const { quote, note, color, tags, createdAt } of annotations) {
        const kind = quote.trim() === '' ? 'note' : 'highlight'
        if (kind === 'note' && (note ?? '').trim() === '') continue
        if (selectSame.get(articleNumber, kind, quote, '', note ?? '')) continue
        const range = anchorQuote({ quote, prefix: '', suffix: '' })
        insert.run({
          id: createId(now()),
          articleNumber,
          kind,
          quote,
          ...contextOf(text, range),
          start: range?.start ?? null,
          end: range?.end ?? null,
          note,
          color,
          tags: JSON.stringify(tags),
          createdAt: createdAt ?? now(),
          now: now()
        })
        added++
      }
      return added
    },
    anchorAgain: articleNumber => {
      const highlights = select.all(articleNumber).filter(row => row.kind === 'highlight')
      if (highlights.length === 0) return
      const text = selectText.get(articleNumber) ?? ''
      const anchorQuote = createAnchorQuote(text)
      for (const row of highlights) {
        const range = anchorQuote(row)
        const { prefix, suffix } = range ? contextOf(text, range) : row
        updatePlace.run(prefix, suffix, range?.start ?? null, range?.end ?? null, row.number)
      }
    }
  }
}

function contextOf(text: string, range: { readonly start: number; readonly end: number } | null) {
  if (!range) return { prefix: '', suffix: '' }
  return {
    prefix: text.slice(Math.max(0, range.start - contextLength), range.start),
    suffix: text.slice(range.end, range.end + contextLength)
  }
}

function toAnnotation(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    kind: row.kind,
    quote: row.quote,
    range: row.start_offset === null || row.end_offset === null ? null : [row.start_offset, row.end_offset],
    note: row.note,
    color: row.color,
    tags: JSON.parse(row.tags),
    createdAt: row.created_at
  }
}
