// Owns the texts that the worker has lately read, so that the next keystroke need not ask for them again.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'

/** How many UTF-16 code units of text are remembered; the articles asked for last stay. */
const capacity = 8_000_000

/** Loads articles; those that no longer exist are missing from the answer. */
export type LoadDocuments = (ids: readonly ArticleId[]) => Promise<readonly SearchDocument[]>

/** Gives articles' texts, from memory or from the library. */
export interface DocumentCache {
  /** The articles of these ids that exist, by id. */
  get(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, SearchDocument>>
  /** Forgets an article that has changed. */
  forget(id: ArticleId): void
}

/** Creates an empty cache over `loadDocuments`. */
export function createDocumentCache(loadDocuments: LoadDocuments): DocumentCache {
  const known = new Map<ArticleId, SearchDocument>()
  let size = 0

  const forget = (id: ArticleId): void => {
    const document = known.get(id)
    if (!document) return
    known.delete(id)
    size -= sizeOf(document)
  }

  const remember = (document: SearchDocument): void => {
    forget(document.articleId)
    known.set(document.articleId, document)
    size += sizeOf(document)
    for (const oldest of known.keys()) {
      if (size <= capacity) break
      forget(oldest)
    }
  }

  return {
    get: async ids => {
      const found = new Map<ArticleId, SearchDocument>()
      for (const id of ids) {
        const document = known.get(id)
        if (document) found.set(id, document)
      }
      const missing = ids.filter(id => !found.has(id))
      if (missing.length > 0) {
        for (const document of await loadDocuments(missing)) found.set(document.articleId, document)
      }
      for (const document of found.values()) remember(document)
      return found
    },
    forget
  }
}

function sizeOf({ title, deck, body }: SearchDocument): number {
  return title.length + deck.length + body.length
}
