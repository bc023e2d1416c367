// Owns the loading of the pages that a list has in view. Keeps the rows of the last answer until the next one is here.
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useServices } from '../../app/services'
import { listKey, pageOptions, rowsPerPage, type ListPage, type ListRow, type ListSource } from './listSource'

/** The rows of a source as far as they are loaded. */
export interface ListRows {
  readonly total: number
  /** True until the first answer for this source is here. */
  readonly isLoading: boolean
  readonly error: Error | null
  /** The first page, for totals and remarks; null until it is here. */
  readonly firstPage: ListPage | null
  /** The row at an index, or null while its page is loading. */
  readonly rowAt: (index: number) => ListRow | null
  /** Says which rows are in view, so that their pages are loaded. */
  readonly show: (firstIndex: number, lastIndex: number) => void
}

/** The rows of a source; page 0 is always loaded. */
export function useListRows(source: ListSource): ListRows {
  const { client } = useServices()
  const key = JSON.stringify(listKey(source))
  const pageSize = rowsPerPage(source)
  const [inView, setInView] = useState({ key, first: 0, last: 0 })
  // What was in view of another list says nothing of this one.
  const { first, last } = inView.key === key ? inView : { first: 0, last: 0 }
  const pages = useMemo(() => {
    const wanted = new Set([0])
    for (let page = first; page <= last; page++) wanted.add(page)
    return [...wanted]
  }, [first, last])

  const results = useQueries({ queries: pages.map(page => pageOptions(client, source, page)) })
  const fresh = results[0]?.data ?? null

  // While the first answer of a new search is on its way, the rows of the search before stay: nothing flickers.
  const [kept, setKept] = useState(fresh)
  if (fresh && fresh !== kept) setKept(fresh)
  const firstPage = fresh ?? (source.kind === 'search' ? kept : null)

  const byPage = new Map(pages.map((page, position) => [page, results[position]?.data ?? null]))
  const show = useCallback(
    (firstIndex: number, lastIndex: number) => {
      const next = { key, first: Math.floor(firstIndex / pageSize), last: Math.floor(lastIndex / pageSize) }
      setInView(now => (now.key === key && now.first === next.first && now.last === next.last ? now : next))
    },
    [key, pageSize]
  )
  // Where similar articles are gathered, later pages find more of them: there are fewer rows than the first page said.
  const mayShrink = source.kind === 'search' && source.groupSimilar
  const totals = mayShrink ? results.flatMap(({ data }) => (data ? [data.total] : [])) : []
  const total = Math.min(firstPage?.total ?? 0, ...totals)
  const [least, setLeast] = useState({ firstPage, total })
  if (least.firstPage !== firstPage || total < least.total) setLeast({ firstPage, total })
  return {
    total: least.firstPage === firstPage ? Math.min(total, least.total) : total,
    isLoading: firstPage === null,
    error: results[0]?.error ?? null,
    firstPage,
    rowAt: index => {
      const page = Math.floor(index / pageSize)
      return (page === 0 ? firstPage : byPage.get(page))?.rows[index % pageSize] ?? null
    },
    show
  }
}
