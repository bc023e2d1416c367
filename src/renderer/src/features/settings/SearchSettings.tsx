// Owns the settings of searching: how many searches the history keeps, and the erasing of it.
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { useSearchHistory } from '../search/useSearchHistory'
import { SettingSelect } from './SettingSelect'
import styles from './SettingsDialog.module.css'

const lengths = [0, 20, 100, 500]

/** The settings of searching. */
export function SearchSettings() {
  const { settings } = useServices()
  const { t, formats } = useTexts()
  const length = settings.use(state => state.searchHistoryLength)
  const { queries, forget } = useSearchHistory()
  // Another length may have been set by hand: it is offered too, and not lost.
  const offered = [...new Set([...lengths, length])].toSorted((first, second) => first - second)
  return (
    <section className={styles.folder}>
      <SettingSelect
        label={t('searchHistory.length')}
        value={String(length)}
        choices={offered.map(each => [
          String(each),
          each === 0 ? t('searchHistory.none') : t('searchHistory.last', { formatted: formats.number(each) })
        ])}
        onChange={chosen => settings.change({ searchHistoryLength: Number(chosen) })}
      />
      <p className={styles.note}>{t('searchHistory.privacy')}</p>
      {queries.length > 0 && <Button onPress={() => forget(null)}>{t('searchHistory.erase')}</Button>}
    </section>
  )
}
