// Owns the comparison of what the index has of an article with its text. Mends nothing.
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { countDocument } from '../index/countedDocument'
import type { IndexView } from '../index/indexView'
import { PostingBuffer } from '../index/segments/recordReader'

/** So many words of each field are looked up; that there are as many as in the text is compared for all. */
const wordsLookedUp = 16

/** Makes the comparison over a view: true where an article is in the index with the words of its text. */
export function createProbe(view: IndexView, analyzer: Analyzer): (document: SearchDocument) => boolean {
  const buffer = new PostingBuffer(view.slotCount)

  return document => {
    const place = view.segments.find(({ segment }) => segment.find(document.articleId) >= 0)
    if (!place) return false
    const { segment, base } = place
    const slot = segment.find(document.articleId)
    const { fields } = countDocument(document, analyzer)
    return searchFields.every((_, field) => {
      const words = [...(fields[field]?.keys() ?? [])]
      if (view.fieldLengths[field]?.[base + slot] !== words.length) return false
      const step = Math.max(1, Math.floor(words.length / wordsLookedUp))
      return words
        .filter((_word, index) => index % step === 0)
        .every(word => {
          buffer.count = 0
          segment.findTerm(word)?.appendTo(buffer, field, 0)
          return buffer.slots.subarray(0, buffer.count).includes(slot)
        })
    })
  }
}
