// Owns the joining of a list with the window's selection: what a choice opens, and the menu of a row.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleId } from '@shared/model/common'
import { useServices } from '../../app/services'
import { openArticleId, withOpenArticle } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { ArticleList, type ArticleListHandle, type ChoiceKind } from './ArticleList'
import { ArticleMenu } from './ArticleMenu'
import { fetchIds, fetchRow, listKey, type ListSource } from './listSource'
import { rangeBounds, selectAll, selectOne, selectRange, toggleRow, type Selection } from './selection'
import { useFollowSelection } from './useFollowSelection'
import { SimilarMenu, type OpenSimilar } from './SimilarMenu'
import type { ListRows } from './useListRows'

/** A list whose selection is the window's. */
export interface SelectableListProps {
  readonly source: ListSource
  readonly rows: ListRows
  readonly handle: RefObject<ArticleListHandle | null>
}

/** A list whose selection is the window's. */
export function SelectableList({ source, rows, handle }: SelectableListProps) {
  const { client, ui, messages, reader, commands } = useServices()
  const { isListOverlay } = useLayout()
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [similar, setSimilar] = useState<OpenSimilar | null>(null)
  const isSearch = source.kind === 'search'
  const selection = ui(state => (isSearch ? state.searchSelection : state.listSelection))
  const openId = ui(openArticleId)
  const setSelection = useCallback(
    (next: Selection) => ui.setState(isSearch ? { searchSelection: next } : { listSelection: next }),
    [ui, isSearch]
  )
  useFollowSelection(source, rows, selection, setSelection)
  // A slow answer must not undo a newer choice.
  const choice = useRef(0)

  const choose = async (index: number, kind: ChoiceKind): Promise<void> => {
    const mine = ++choice.current
    const row = rows.rowAt(index) ?? (await fetchRow(queryClient, client, source, index))
    if (!row || mine !== choice.current) return
    const { id } = row.article
    if (kind === 'one') {
      setSelection(selectOne(index, id))
      ui.setState(state => withOpenArticle(state, id))
    } else if (kind === 'toggle') setSelection(toggleRow(selection, index, id))
    else {
      const [first, last] = rangeBounds(selection, index)
      const ids = await fetchIds(client, source, first, last)
      if (mine === choice.current) setSelection(selectRange(selection, index, ids))
    }
  }
  const chooseAll = async (): Promise<void> => {
    const mine = ++choice.current
    const ids = await fetchIds(client, source, 0, rows.total - 1)
    if (mine === choice.current) setSelection(selectAll(selection, ids))
  }
  const inTurn = (work: () => Promise<void>): void => {
    commands.turns.take(work).catch((error: unknown) => messages.failed(error))
  }
  const openMenu = (at: { readonly x: number; readonly y: number }, index: number): void => {
    const row = rows.rowAt(index)
    if (!row) return
    if (!selection.ids.has(row.article.id)) inTurn(() => choose(index, 'one'))
    setMenuAt(at)
  }
  const locate = useCallback(
    async (articleId: ArticleId) =>
      source.kind === 'view'
        ? (await client.request('library:locateArticle', { view: source.view, order: source.order, articleId })).index
        : null,
    [client, source]
  )

  return (
    <>
      <ArticleList
        label={isSearch ? t('search.results') : t('list.label')}
        rows={rows}
        selection={selection}
        // One chosen article is the one in the reader, by whatever way it came there.
        isChosen={id => (selection.ids.size > 1 ? selection.ids.has(id) : id === openId)}
        listKey={JSON.stringify(listKey(source))}
        onChoose={(index, kind) => inTurn(() => choose(index, kind))}
        onOpen={by => {
          // At once: a list that slid over the reader is gone before the keyboard is handed on.
          flushSync(() => ui.setState({ overlay: 'none' }))
          if (by === 'enter' || isListOverlay) reader.focus()
        }}
        onSelectAll={() => inTurn(chooseAll)}
        onMenu={openMenu}
        onSimilar={(at, index) => {
          const articleIds = rows.rowAt(index)?.hit?.similar ?? []
          if (articleIds.length > 0) setSimilar({ at, articleIds })
        }}
        locate={locate}
        handle={handle}
      />
      {similar && <SimilarMenu {...similar} onClose={() => setSimilar(null)} />}
      <ArticleMenu at={menuAt} onClose={() => setMenuAt(null)} />
    </>
  )
}
