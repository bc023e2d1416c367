// Owns the list's pane: search field, order, what is in view in one line, and the list or its empty state.
import { PanelLeft } from 'lucide-react'
import { useCallback, useMemo, useRef } from 'react'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { isSearching } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { IconButton } from '../../ui/IconButton'
import { OrderMenu } from '../results/OrderMenu'
import { SearchField } from '../search/SearchField'
import type { ArticleListHandle } from './ArticleList'
import { EmptyView } from './EmptyView'
import styles from './ListPane.module.css'
import { ListCaption } from './ListCaption'
import { SelectableList } from './SelectableList'
import type { ListSource } from './listSource'
import { useListRows } from './useListRows'

/** The list's pane. */
export function ListPane() {
  const { ui, settings, commands, isMac } = useServices()
  const { t } = useTexts()
  const { isSidebarShown } = useLayout()
  const view = ui(state => state.view)
  const order = settings.use(state => state.listOrder)
  const resultOrder = settings.use(state => state.resultOrder)
  const gathersSimilar = settings.use(state => state.gathersSimilar)
  const { query, isTyping, order: ownOrder } = ui(state => state.search)
  const isOn = ui(isSearching)
  const list = useRef<ArticleListHandle>(null)
  const results = useRef<ArticleListHandle>(null)
  const viewSource = useMemo<ListSource>(() => ({ kind: 'view', view, order }), [view, order])
  const searchSource = useMemo<ListSource>(
    () => ({ kind: 'search', query, isTyping, order: ownOrder ?? resultOrder, groupSimilar: gathersSimilar }),
    [query, isTyping, ownOrder, resultOrder, gathersSimilar]
  )
  const enterList = useCallback(() => (isOn ? results : list).current?.focus(), [isOn])

  return (
    <div className={styles.pane}>
      <div className={styles.toolbar}>
        {!isSidebarShown && (
          <IconButton
            icon={PanelLeft}
            label={t('panes.showSidebar')}
            shortcut={shortcutHint('toggleSidebar', isMac)}
            onPress={() => commands.run('toggleSidebar')}
          />
        )}
        <SearchField onEnterList={enterList} />
        <OrderMenu isSearch={isOn} />
      </div>
      {/* The list stays where it is behind the results, so that clearing the search leads back to its place. */}
      <div className={styles.stack}>
        <div className={styles.layer} data-covered={isOn || undefined} inert={isOn}>
          <View source={viewSource} handle={list} />
        </div>
        {isOn && (
          <div className={styles.layer}>
            <View source={searchSource} handle={results} />
          </div>
        )}
      </div>
    </div>
  )
}

interface ViewProps {
  readonly source: ListSource
  readonly handle: React.RefObject<ArticleListHandle | null>
}

function View({ source, handle }: ViewProps) {
  const { t } = useTexts()
  const rows = useListRows(source)
  return (
    <>
      <ListCaption source={source} rows={rows} />
      {rows.error && (
        <p className={styles.error} role="alert">
          {source.kind === 'search' ? `${t('search.failed')}. ${errorText(t, rows.error)}` : errorText(t, rows.error)}
        </p>
      )}
      {!rows.error && rows.total > 0 && <SelectableList source={source} rows={rows} handle={handle} />}
      {!rows.error && rows.total === 0 && !rows.isLoading && <EmptyView source={source} />}
    </>
  )
}
