// Owns the three panes: their widths, which of them are on screen, and what slides over the reader in a narrow window.
import { ImportBar } from '../features/importing/ImportBar'
import { ListPane } from '../features/library/ListPane'
import { Sidebar } from '../features/library/Sidebar'
import { ReaderPane } from '../features/reader/ReaderPane'
import { useTexts } from '../i18n/useTexts'
import { PaneSeparator } from '../ui/PaneSeparator'
import { useServices } from './services'
import { useLayout } from './useLayout'
import styles from './Workspace.module.css'

const sidebarBounds = { least: 160, most: 400 } as const
const listBounds = { least: 240, most: 640 } as const

/** The three panes and the import bar below them. */
export function Workspace() {
  const { ui, settings, commands } = useServices()
  const { t } = useTexts()
  const layout = useLayout()
  const sidebarWidth = settings.use(state => state.sidebarWidth)
  const listWidth = settings.use(state => state.listWidth)
  const isSidebarOver = layout.isSidebarOverlay && layout.isSidebarShown
  const isCovered = layout.isListOverlay && layout.isListShown

  return (
    <div className={styles.window}>
      <div className={styles.panes}>
        {layout.isSidebarShown && (
          <nav
            className={styles.sidebar}
            aria-label={t('views.label')}
            data-overlay={layout.isSidebarOverlay || undefined}
            style={{ width: sidebarWidth }}
          >
            <Sidebar />
            {!layout.isSidebarOverlay && (
              <PaneSeparator
                label={t('panes.resizeSidebar')}
                width={sidebarWidth}
                {...sidebarBounds}
                onResize={width => settings.change({ sidebarWidth: width })}
              />
            )}
          </nav>
        )}
        {isSidebarOver && (
          <button
            type="button"
            className={styles.veil}
            tabIndex={-1}
            aria-label={t('panes.hideSidebar')}
            onClick={() => commands.run('toggleSidebar')}
          />
        )}
        <div className={styles.content} inert={isSidebarOver}>
          {/* Hidden, not removed: a list that comes back stands where it was. */}
          <section
            className={styles.list}
            aria-label={t('panes.list')}
            hidden={!layout.isListShown}
            data-overlay={layout.isListOverlay || undefined}
            style={{ width: listWidth }}
          >
            <ListPane />
            {layout.isListShown && !layout.isListOverlay && (
              <PaneSeparator
                label={t('panes.resizeList')}
                width={listWidth}
                {...listBounds}
                onResize={width => settings.change({ listWidth: width })}
              />
            )}
          </section>
          {isCovered && (
            <button
              type="button"
              className={styles.veil}
              tabIndex={-1}
              aria-label={t('panes.hideList')}
              onClick={() => ui.setState({ overlay: 'none' })}
            />
          )}
          <div className={styles.reader} inert={isCovered}>
            <ReaderPane />
          </div>
        </div>
      </div>
      <ImportBar />
    </div>
  )
}
