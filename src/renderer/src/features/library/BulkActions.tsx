// Owns what stands in the reader's place while several articles are chosen: how many, and what can be done with them.
import { useServices } from '../../app/services'
import { currentSelection } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './EmptyLibrary.module.css'

/** What can be done with several articles. */
export function BulkActions() {
  const { ui, commands } = useServices()
  const { t, formats } = useTexts()
  const ids = ui(state => currentSelection(state).ids)
  const isTrash = ui(state => state.view.kind === 'trash' && state.search.query === '')
  return (
    <div className={styles.empty}>
      <output className={styles.title}>
        {t('list.selected', { count: ids.size, formatted: formats.number(ids.size) })}
      </output>
      {isTrash ? (
        <div className={styles.buttons}>
          <Button kind="primary" onPress={() => void commands.changeStates([...ids], { isTrashed: false })}>
            {t('reader.restore')}
          </Button>
          <Button kind="danger" onPress={() => commands.run('moveToTrash')}>
            {t('reader.deleteForGood')}
          </Button>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button onPress={() => commands.run('toggleStar')}>{t('reader.star')}</Button>
          <Button onPress={() => commands.run('toggleArchive')}>{t('reader.archive')}</Button>
          <Button onPress={() => commands.run('editTags')}>{t('reader.tags')}</Button>
          <Button onPress={() => commands.run('moveToTrash')}>{t('reader.trash')}</Button>
        </div>
      )}
    </div>
  )
}
