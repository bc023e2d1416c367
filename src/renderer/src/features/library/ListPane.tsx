// Owns the list's pane: search field, order, what is in view in one line, and the list or its empty state.
import { ArrowUpDown, PanelLeft } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { listOrders, type ListOrder } from '@shared/model/library'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { isSearching } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu } from '../../ui/AnchoredMenu'
import { IconButton } from '../../ui/IconButton'
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
  const search = ui(state => state.search)
  const isOn = ui(isSearching)
  const list = useRef<ArticleListHandle>(null)
  const results = useRef<ArticleListHandle>(null)
  const viewSource = useMemo<ListSource>(() => ({ kind: 'view', view, order }), [view, order])
  const searchSource = useMemo<ListSource>(() => ({ kind: 'search', ...search }), [search])
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
        <OrderMenu isDisabled={isOn} />
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

const orderTexts = {
  imported: 'list.orderImported',
  published: 'list.orderPublished',
  title: 'list.orderTitle'
} as const satisfies Record<ListOrder, string>

function OrderMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const { settings } = useServices()
  const { t } = useTexts()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const chosen = settings.use(state => state.listOrder)
  return (
    <>
      <IconButton
        buttonRef={trigger}
        icon={ArrowUpDown}
        label={t('list.order')}
        popup="menu"
        expanded={isOpen}
        isDisabled={isDisabled}
        onPress={() => setIsOpen(true)}
      />
      <AnchoredMenu
        label={t('list.order')}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        anchor={trigger}
        groups={[
          listOrders.map(order => ({
            id: order,
            label: t(orderTexts[order]),
            isChecked: order === chosen,
            onChoose: () => settings.change({ listOrder: order })
          }))
        ]}
      />
    </>
  )
}
