// Owns the start of a window: finds the bridge, asks for settings, and shows the window or says why it cannot.
import { QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app/App'
import { createServices } from './app/createServices'
import { ErrorBoundary, FailurePage } from './app/ErrorBoundary'
import { errorText } from './app/messages'
import { ServicesContext } from './app/services'
import { createClient, type Client } from './bridge/client'
import { createTexts, resolveLanguage } from './i18n/i18n'
// A stylesheet has nothing to assign.
// oxlint-disable-next-line import/no-unassigned-import
import './styles/base.css'

/** Sends what went wrong outside of React's reach to the local log; a log that fails has nowhere to say so. */
function reportProblems(client: Client): (message: string) => void {
  const report = (message: string): void => {
    client.request('app:reportProblem', { message: message.slice(0, 10_000) }).catch(() => undefined)
  }
  window.addEventListener('error', event => report(describe(event.error ?? event.message)))
  window.addEventListener('unhandledrejection', event => report(describe(event.reason)))
  return report
}

function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root') ?? document.body)
  const fail = (texts: i18n, title: string, explanation: string, canReload: boolean): void => {
    const button = canReload ? { button: texts.t('common.tryAgain') } : {}
    root.render(<FailurePage title={title} explanation={explanation} {...button} />)
  }
  const desktopTexts = await createTexts(resolveLanguage('system', navigator.language))
  if (!window.lontar) return fail(desktopTexts, 'Lontar', desktopTexts.t('failure.noBridge'), false)

  const client = createClient(window.lontar)
  const report = reportProblems(client)
  try {
    const [environment, settings] = await Promise.all([
      client.request('app:getEnvironment', {}),
      client.request('settings:get', {})
    ])
    const texts = await createTexts(resolveLanguage(settings.interfaceLanguage, environment.systemLocale))
    const { services, queryClient } = createServices({ client, environment, settings, texts })
    const t = texts.getFixedT(null, 'interface')
    root.render(
      <StrictMode>
        <I18nextProvider i18n={texts} defaultNS="interface">
          <ErrorBoundary
            report={report}
            texts={{ title: t('failure.title'), explanation: t('failure.explanation'), reload: t('common.reload') }}
          >
            <QueryClientProvider client={queryClient}>
              <ServicesContext value={services}>
                <App />
              </ServicesContext>
            </QueryClientProvider>
          </ErrorBoundary>
        </I18nextProvider>
      </StrictMode>
    )
  } catch (error) {
    const t = desktopTexts.getFixedT(null, 'interface')
    fail(desktopTexts, t('failure.start'), errorText(t, error), true)
  }
}

void start()
