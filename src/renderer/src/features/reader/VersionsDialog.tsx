// Owns the versions of an article: which there are, the text of each, and going back to one.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleId } from '@shared/model/common'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './VersionsDialog.module.css'

/** The versions of an article. */
export function VersionsDialog({
  articleId,
  onClose
}: {
  readonly articleId: ArticleId
  readonly onClose: () => void
}) {
  const { client, actions } = useServices()
  const { t, formats } = useTexts()
  const versions = useQuery({
    queryKey: ['article', articleId, 'versions'],
    queryFn: () => client.request('library:listVersions', { articleId })
  })
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = versions.data?.find(version => version.isShown)?.number
  const selected = chosen ?? shown ?? null
  const text = useQuery({
    queryKey: ['article', articleId, 'version', selected],
    queryFn: () => client.request('library:getVersion', { articleId, version: selected ?? 1 }),
    enabled: selected !== null
  })
  const error = versions.error ?? text.error
  const restore = async (): Promise<void> => {
    if (selected !== null && (await actions.showVersion(articleId, selected))) onClose()
  }
  return (
    <AppDialog
      title={t('versions.title')}
      size="page"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button kind="primary" isDisabled={selected === null || selected === shown} onPress={() => void restore()}>
            {t('versions.restore')}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{errorText(t, error)}</p>}
      <div className={styles.panes}>
        <ul className={styles.list} aria-label={t('versions.list')}>
          {versions.data?.map(version => (
            <li key={version.number}>
              <button
                type="button"
                className={styles.version}
                aria-pressed={version.number === selected}
                onClick={() => setChosen(version.number)}
              >
                <span>{formats.time(version.madeAt)}</span>
                <span className={styles.note}>
                  {version.format === 'stub'
                    ? t('details.formats.stub')
                    : t('details.wordCount', {
                        count: version.wordCount,
                        formatted: formats.number(version.wordCount)
                      })}
                  {version.isShown && ` · ${t('versions.shown')}`}
                </span>
                <span className={styles.note}>{version.fileName}</span>
              </button>
            </li>
          ))}
        </ul>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key could scroll it */}
        <section key={selected} className={styles.text} aria-label={t('versions.text')} tabIndex={0}>
          {text.data && (
            <>
              <h3 className={styles.title} dir="auto">
                {text.data.title}
              </h3>
              <div className={styles.body}>
                {(text.data.text || t('stub.title')).split('\n').map((line, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a version's text never changes
                  <p key={index} dir="auto">
                    {line}
                  </p>
                ))}
              </div>
            </>
          )}
        </section>
      </div>
    </AppDialog>
  )
}
