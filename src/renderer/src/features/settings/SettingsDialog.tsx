// Owns the settings of the whole window: language, theme, the library's folder. Typography has its own popover.
import { interfaceLanguages } from '@shared/model/settings'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'
import { ImportSettings } from './ImportSettings'
import { IndexHealth } from './IndexHealth'
import { SearchSettings } from './SearchSettings'
import { SettingSelect } from './SettingSelect'
import { ThemeChoice } from './ThemeChoice'

/** A language calls itself by its own name, whatever the interface's language is. */
const languageNames = { en: 'English', id: 'Bahasa Indonesia' } as const

/** The settings of the window. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, environment, settings, messages, commands } = useServices()
  const { t } = useTexts()
  const language = settings.use(state => state.interfaceLanguage)
  const openFolder = (): void => {
    client.request('app:openDataFolder', {}).catch((error: unknown) => messages.failed(error))
  }
  return (
    <AppDialog title={t('settings.title')} onClose={onClose}>
      <div className={styles.sections}>
        <SettingSelect
          label={t('settings.language')}
          value={language}
          choices={interfaceLanguages.map(choice => [
            choice,
            choice === 'system' ? t('settings.languageSystem') : languageNames[choice]
          ])}
          onChange={chosen => settings.change({ interfaceLanguage: chosen })}
        />
        <ThemeChoice />
        <ImportSettings />
        <SearchSettings />
        <section className={styles.folder}>
          <h3>{t('settings.dataFolder')}</h3>
          <p className={styles.path}>{environment.dataFolder}</p>
          <p className={styles.note}>{t('settings.privacy')}</p>
          {environment.canRevealFiles && <Button onPress={openFolder}>{t('settings.openFolder')}</Button>}
        </section>
        <IndexHealth />
        <footer className={styles.foot}>
          <span className={styles.note}>{t('settings.version', { version: environment.version })}</span>
          <Button kind="quiet" onPress={() => commands.run('showShortcuts')}>
            {t('settings.shortcuts')}
          </Button>
        </footer>
      </div>
    </AppDialog>
  )
}
