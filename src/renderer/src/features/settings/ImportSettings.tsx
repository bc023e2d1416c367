// Owns the settings of importing: what becomes of books, and the folders that are watched.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { SettingSelect } from './SettingSelect'
import styles from './SettingsDialog.module.css'

const bookChoices = ['whole', 'chapters'] as const

/** The settings of importing. */
export function ImportSettings() {
  const { settings, environment } = useServices()
  const { t } = useTexts()
  const books = settings.use(state => state.books)
  return (
    <>
      <SettingSelect
        label={t('settings.books')}
        value={books}
        choices={bookChoices.map(choice => [choice, t(`settings.bookChoices.${choice}`)])}
        onChange={chosen => settings.change({ books: chosen })}
      />
      {environment.hasFileDialogs && <WatchedFolders />}
    </>
  )
}

function WatchedFolders() {
  const { client, messages } = useServices()
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['watchedFolders'],
    queryFn: () => client.request('importing:listWatchedFolders', {})
  })
  const change = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
      await queryClient.invalidateQueries({ queryKey: ['watchedFolders'] })
    } catch (failure) {
      messages.failed(failure)
    }
  }
  return (
    <section className={styles.folder}>
      <h3>{t('settings.watchedFolders')}</h3>
      {error && <p role="alert">{errorText(t, error)}</p>}
      <p className={styles.note}>{t('settings.watchedExplanation')}</p>
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map(({ path, isThere }) => (
            <li key={path} className={styles.row}>
              <span className={styles.path}>
                {path}
                {!isThere && <span className={styles.note}> {t('settings.watchedMissing')}</span>}
              </span>
              <Button
                kind="quiet"
                label={`${t('settings.unwatch')}: ${path}`}
                onPress={() => void change(client.request('importing:unwatchFolder', { path }))}
              >
                {t('settings.unwatch')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button onPress={() => void change(client.request('importing:watchFolder', {}))}>{t('settings.watch')}</Button>
    </section>
  )
}
