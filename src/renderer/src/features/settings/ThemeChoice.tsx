// Owns the choice of a theme: one swatch of paper and ink each.
import { themes } from '@shared/model/settings'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import styles from './ThemeChoice.module.css'

/** The choice of a theme. */
export function ThemeChoice() {
  const { settings } = useServices()
  const { t } = useTexts()
  const chosen = settings.use(state => state.theme)
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('settings.theme')}</legend>
      {themes.map(theme => (
        <label key={theme} className={styles.theme}>
          <input
            className={styles.input}
            type="radio"
            name="theme"
            value={theme}
            checked={chosen === theme}
            onChange={() => settings.change({ theme })}
          />
          <span className={styles.swatch} data-swatch={theme} aria-hidden>
            Aa
          </span>
          {t(`settings.themes.${theme}`)}
        </label>
      ))}
    </fieldset>
  )
}
