// Owns what the settings say of the search index: whether everything can be found, and what can be done where not.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isWhole, type IndexReport } from '@shared/model/search'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'

/** The search index in the settings. */
export function IndexHealth() {
  const { client, messages } = useServices()
  const { t, formats } = useTexts()
  const [report, setReport] = useState<IndexReport | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const status = useQuery({
    queryKey: ['searchStatus'],
    queryFn: () => client.request('search:getStatus', {}),
    // While the index is being built its figure goes up.
    refetchInterval: ({ state }) => (state.data?.state === 'ready' ? false : 500)
  })

  const check = async (isRepairing: boolean): Promise<void> => {
    setIsChecking(true)
    try {
      setReport(await client.request('search:verifyIndex', { isRepairing }))
    } catch (error) {
      messages.failed(error)
    } finally {
      setIsChecking(false)
    }
  }
  const rebuild = async (): Promise<void> => {
    setReport(null)
    try {
      await client.request('search:rebuildIndex', {})
      await status.refetch()
    } catch (error) {
      messages.failed(error)
    }
  }
  const isReady = status.data?.state === 'ready'

  return (
    <section className={styles.folder}>
      <h3>{t('indexHealth.title')}</h3>
      <output className={styles.note}>{describe()}</output>
      <div className={styles.buttons}>
        {report && !isWhole(report) ? (
          <Button isWaiting={!isReady || isChecking} onPress={() => void check(true)}>
            {t('indexHealth.repair')}
          </Button>
        ) : (
          <Button isWaiting={!isReady || isChecking} onPress={() => void check(false)}>
            {t('indexHealth.check')}
          </Button>
        )}
        <Button kind="quiet" isWaiting={!isReady || isChecking} onPress={() => void rebuild()}>
          {t('indexHealth.rebuild')}
        </Button>
      </div>
    </section>
  )

  function describe(): string {
    const { data } = status
    if (!data) return t('indexHealth.loading')
    const indexed = formats.number(data.indexed)
    if (data.state === 'failed') return t('search.failed')
    if (data.state !== 'ready') return t('indexHealth.building', { indexed, total: formats.number(data.total) })
    if (isChecking) return t('indexHealth.checking')
    if (!report) return t('indexHealth.ready', { count: data.indexed, formatted: indexed })
    if (isWhole(report)) {
      return t('indexHealth.whole', { count: report.articles, formatted: formats.number(report.articles) })
    }
    const differing = report.missing + report.outdated + report.surplus + report.wrong
    return t('indexHealth.differs', { count: differing, formatted: formats.number(differing) })
  }
}
