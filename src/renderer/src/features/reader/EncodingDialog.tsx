// Owns the correction of an article's encoding: every choice, and how a piece of the original reads in it, as one chooses.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleId } from '@shared/model/common'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { encodingGroupText, encodingText } from '../../i18n/encodingText'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './EncodingDialog.module.css'
import { readableSample } from './encodingSample'

/** The correction of an article's encoding. */
export function EncodingDialog({
  articleId,
  onClose
}: {
  readonly articleId: ArticleId
  readonly onClose: () => void
}) {
  const { client, actions } = useServices()
  const { t, formats } = useTexts()
  const article = useQuery({
    queryKey: ['article', articleId],
    queryFn: () => client.request('library:getArticle', { articleId })
  })
  const choices = useQuery({ queryKey: ['encodings'], queryFn: () => client.request('importing:listEncodings', {}) })
  const labels = choices.data?.map(choice => choice.label) ?? []
  const previews = useQuery({
    queryKey: ['encodingPreviews', articleId, labels],
    queryFn: () => client.request('importing:previewEncodings', { articleId, labels }),
    enabled: labels.length > 0
  })
  const current = article.data?.source.options.encoding ?? article.data?.source.encoding ?? ''
  const [chosen, setChosen] = useState<string | null>(null)
  const label = chosen ?? current
  const preview = previews.data?.find(candidate => candidate.label === label)
  const groups = [...new Set(choices.data?.map(choice => choice.group))]
  const error = article.error ?? choices.error ?? previews.error
  const apply = async (): Promise<void> => {
    if (await actions.readAgain(articleId, { encoding: label })) onClose()
  }

  return (
    <AppDialog
      title={t('encoding.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={!preview || label === current} onPress={() => void apply()}>
            {t('encoding.apply')}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{errorText(t, error)}</p>}
      <p className={styles.explanation}>{t('encoding.explanation')}</p>
      <div className={styles.panes}>
        <select
          className={styles.choices}
          size={14}
          aria-label={t('encoding.choices')}
          value={label}
          onChange={event => setChosen(event.target.value)}
        >
          {groups.map(group => (
            <optgroup key={group} label={encodingGroupText(t, group)}>
              {choices.data
                ?.filter(choice => choice.group === group)
                .map(choice => (
                  <option key={choice.label} value={choice.label}>
                    {encodingText(t, choice)}
                    {choice.label === current && ` · ${t('encoding.current')}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <section
          className={styles.preview}
          aria-label={t('encoding.preview')}
          aria-live="polite"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key could scroll it
          tabIndex={0}
        >
          {preview && article.data && (
            <>
              <p className={styles.sample} dir="auto">
                {readableSample(preview.sample, article.data.source.format)}
              </p>
              {preview.replaced > 0 && (
                <p className={styles.replaced}>
                  {t('encoding.replaced', { count: preview.replaced, formatted: formats.number(preview.replaced) })}
                </p>
              )}
            </>
          )}
        </section>
      </div>
    </AppDialog>
  )
}
