// Owns the loading of the pages that a list has in view. Keeps the rows of the last answer until the next one is here.
import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useServices } from '../../app/services'
import { listKey, pageOptions, pageSize, type ListPage, type ListRow, type ListSource } from './listSource'

/** The rows of a source as far as they are loaded. */
export interface ListRows {
  readonly total: number
  /** True until the first answer for this source is here. */
  readonly isLoading: boolean
  readonly error: Error | null
  /** The first page, for totals and remarks; null until it is here. */
  readonly firstPage: ListPage | null
  /** The row at an index, or null while its page is loading. */
  rowAt(index: number): ListRow | null
  /** Says which rows are in view, so that their pages are loaded. */
  show(firstIndex: number, lastIndex: number): void
}

interface Window {
  readonly firstPage: number
  readonly lastPage: number
}

const firstWindow: Window = { firstPage: 0, lastPage: 0 }

/** The rows of a source; page 0 is always loaded. */
export function useListRows(source: ListSource): ListRows {
  const { client } = useServices()
  const [inView, setInView] = useState(firstWindow)
  const key = JSON.stringify(listKey(source))

  const pages = useMemo(() => {
    const wanted = new Set([0])
    for (let page = inView.firstPage; page <= inView.lastPage; page++) wanted.add(page)
    return [...wanted]
  }, [inView])

  const results = useQueries({ queries: pages.map(page => pageOptions(client, source, page)) })
  const byPage = new Map<number, ListPage>()
  pages.forEach((page, position) => {
    const data = results[position]?.data
    if (data) byPage.set(page, data)
  })

  // While the first answer of a new search is on its way, the rows of the search before stay: nothing flickers.
  const [kept, setKept] = useState<{ kind: ListSource['kind']; key: string; page: ListPage } | null>(null)
  const freshPage = byPage.get(0) ?? null
  useEffect(() => {
    if (freshPage) setKept({ kind: source.kind, key, page: freshPage })
  }, [freshPage, key, source.kind])
  const canKeep = kept !== null && (source.kind === 'search' || kept.key === key) && kept.kind === source.kind
  const firstPage = freshPage ?? (canKeep ? kept.page : null)

  useEffect(() => setInView(firstWindow), [key])
  return {
    total: firstPage?.total ?? 0,
    isLoading: firstPage === null,
    error: results[0]?.error ?? null,
    firstPage,
    rowAt: index => {
      const page = Math.floor(index / pageSize)
      return (page === 0 ? firstPage : byPage.get(page))?.rows[index % pageSize] ?? null
    },
    show: (firstIndex, lastIndex) => {
      const next = { firstPage: Math.floor(firstIndex / pageSize), lastPage: Math.floor(Math.max(0, lastIndex) / pageSize) }
      if (next.firstPage !== inView.firstPage || next.lastPage !== inView.lastPage) setInView(next)
    }
  }
}
