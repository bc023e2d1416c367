// Owns the hits of the running search in the open article, and where among them the reader stands.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArticleId } from '@shared/model/common'
import { useServices } from '../../app/services'
import { isSearching } from '../../app/uiStore'
import { flattenHits, resolveHitIndex, type Hit } from './hits'

/** The hits of the open article. */
export interface OpenArticleHits {
  /** Null where no search is on or its answer is not here yet. */
  readonly hits: readonly Hit[] | null
  /** The hit that the reader stands at, counted from 0; -1 where there is none. */
  readonly currentIndex: number
}

/** The hits of the running search in an article. */
export function useArticleHits(articleId: ArticleId | null): OpenArticleHits {
  const { client, ui } = useServices()
  const search = ui(state => state.search)
  const position = ui(state => state.hitPosition)
  const isOn = ui(isSearching) && articleId !== null
  const { data } = useQuery({
    queryKey: ['hits', articleId, search.query, search.isTyping],
    queryFn: () => {
      if (articleId === null) throw new Error('no article is open')
      return client.request('search:locateHits', { articleId, query: search.query, isTyping: search.isTyping })
    },
    enabled: isOn
  })
  const hits = useMemo(() => (isOn && data ? flattenHits(data) : null), [isOn, data])
  const wanted = position?.articleId === articleId ? position.index : 0
  return { hits, currentIndex: hits ? resolveHitIndex(wanted, hits.length) : -1 }
}
