// Owns the bond between a selection and a list that changes under it: the active row is followed to its new index.
import { useEffect } from 'react'
import { useServices } from '../../app/services'
import { openArticleId } from '../../app/uiStore'
import type { ListSource } from './listSource'
import { selectOne, type Selection } from './selection'
import type { ListRows } from './useListRows'

/** Keeps `activeIndex` true while articles come and go, and finds the open article's row after a start. */
export function useFollowSelection(
  source: ListSource,
  rows: ListRows,
  selection: Selection,
  setSelection: (selection: Selection) => void
): void {
  const { client, ui } = useServices()
  const openId = ui(openArticleId)
  const { activeId, activeIndex } = selection
  const wanted = activeId ?? (source.kind === 'view' ? openId : null)
  const there = rows.rowAt(activeIndex)?.article.id ?? null
  const isAway = wanted !== null && !rows.isLoading && there !== wanted && (there !== null || activeIndex < 0)

  useEffect(() => {
    if (!isAway || wanted === null || source.kind !== 'view') return undefined
    let isCurrent = true
    const follow = async (): Promise<void> => {
      const { view, order } = source
      const { index } = await client.request('library:locateArticle', { view, order, articleId: wanted })
      if (!isCurrent || index === null || index === activeIndex) return
      setSelection(
        activeIndex < 0 ? selectOne(index, wanted) : { ...selection, activeIndex: index, anchorIndex: index }
      )
    }
    // Where that fails the selection keeps its old index; a silent library is reported by the list itself.
    follow().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [isAway, wanted, source, client, activeIndex, selection, setSelection])
}
