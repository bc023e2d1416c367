// Owns in how many articles words of the index are. Scores nothing.
import { searchFields } from '@shared/model/search'
import { everyField } from '../query/fields'
import type { IndexView } from './indexView'
import { PostingBuffer } from './segments/recordReader'
import type { TermPostings } from './segments/segment'

/** Counts articles over a view. */
export interface WordCounts {
  /** The articles that have a term (a word or a marked stem) in one of the fields of the mask. */
  count(term: string, fieldMask: number): number
  /** The most frequent words that begin with `prefix`, at most `most`, with their articles. */
  mostFrequent(prefix: string, most: number): ReadonlyArray<{ readonly word: string; readonly articles: number }>
}

/** Creates the counting over a view. */
export function createWordCounts(view: IndexView): WordCounts {
  const buffer = new PostingBuffer(view.slotCount)
  const seen = new Uint32Array(view.slotCount)
  let round = 0

  const count: WordCounts['count'] = (term, fieldMask) => {
    const places = view.find(term)
    let sum = 0
    round++
    for (const field of searchFields.keys()) {
      if ((fieldMask & (1 << field)) === 0) continue
      buffer.count = 0
      for (const { postings, base } of places) {
        if ((postings.fieldMask & (1 << field)) !== 0) postings.appendTo(buffer, field, base)
      }
      for (let at = 0; at < buffer.count; at++) {
        const slot = buffer.slots[at] ?? 0
        if (seen[slot] === round) continue
        seen[slot] = round
        sum++
      }
    }
    return sum
  }

  /** The most that a field has of a term: an estimate of its articles that mostly needs no posting to be read. */
  const estimate = (postings: TermPostings): number => {
    let most = 0
    for (const field of searchFields.keys()) {
      if ((postings.fieldMask & (1 << field)) === 0) continue
      let known = postings.record?.countIn(field) ?? null
      if (known === null) {
        buffer.count = 0
        postings.appendTo(buffer, field, 0)
        known = buffer.count
      }
      if (known > most) most = known
    }
    return most
  }

  return {
    count,
    mostFrequent: (prefix, most) => {
      const words = new Set<string>()
      for (const { segment } of view.segments) {
        const cursor = segment.withPrefix(prefix, everyField)
        let best: Array<{ word: string; articles: number }> = []
        let least = 0
        while (cursor.next()) {
          const articles = estimate(cursor)
          if (articles <= least) continue
          best.push({ word: cursor.term(), articles })
          if (best.length < most * 4) continue
          best = best.toSorted((first, second) => second.articles - first.articles).slice(0, most * 2)
          least = best.at(-1)?.articles ?? 0
        }
        for (const { word } of best) words.add(word)
      }
      return [...words]
        .map(word => ({ word, articles: count(word, everyField) }))
        .filter(({ articles }) => articles > 0)
        .toSorted((first, second) => second.articles - first.articles || (first.word < second.word ? -1 : 1))
        .slice(0, most)
    }
  }
}
