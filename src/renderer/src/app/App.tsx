// Owns the window as a whole: theme and language on the root, panes, dialogs, messages, drop target.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Toaster } from 'sonner'
import { DropTarget } from '../features/importing/DropTarget'
import { useTheme } from '../features/settings/useTheme'
import { resolveLanguage } from '../i18n/i18n'
import { useTexts } from '../i18n/useTexts'
import styles from './App.module.css'
import { Dialogs } from './Dialogs'
import { useServices } from './services'
import { Workspace } from './Workspace'

/** The window. */
export function App() {
  const { environment, settings, handleKey, messages } = useServices()
  const { t, formats } = useTexts()
  const { i18n } = useTranslation()
  const theme = useTheme()
  const chosen = settings.use(state => state.interfaceLanguage)
  const language = resolveLanguage(chosen, environment.systemLocale)

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [language, i18n])
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [handleKey])
  const { recovery } = environment
  useEffect(() => {
    if (recovery)
      messages.say(t(`recovery.${recovery.kind}`, { count: recovery.done, formatted: formats.number(recovery.done) }))
    // Said once, in the language that the window started with.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [recovery, messages])

  return (
    <>
      <Workspace />
      <Dialogs />
      <DropTarget />
      {/* Above dialogs for react-aria too: undoing must not close the dialog that is open. */}
      <div data-react-aria-top-layer="true">
        <Toaster
          position="bottom-center"
          containerAriaLabel={t('common.notifications')}
          // Alt+T is a menu key on some systems; F8 is what the web's toasts agree on.
          hotkey={['F8']}
          visibleToasts={3}
          expand
          toastOptions={{
            unstyled: true,
            classNames: {
              toast: styles.toast ?? '',
              title: styles.title ?? '',
              actionButton: styles.action ?? '',
              error: styles.error ?? ''
            }
          }}
        />
      </div>
    </>
  )
}
