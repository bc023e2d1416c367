// Owns one field of an article's details: its value to correct, why it was guessed, what it was before a correction.
import { useId, useState } from 'react'
import type { ArticleDetail, EditableField } from '@shared/model/article'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { parseCorrection } from './correction'
import styles from './DetailsDialog.module.css'

const hints = { publishedAt: 'details.dateHint', language: 'details.languageHint', url: 'details.urlHint' } as const

/** One field of the details; a change is kept when the field is left or Enter is pressed, Escape takes it back. */
export function DetailsField({ article, field }: { readonly article: ArticleDetail; readonly field: EditableField }) {
  const { actions } = useServices()
  const { t, formats } = useTexts()
  const stored = article[field] ?? ''
  const [typed, setTyped] = useState(stored)
  const [isInvalid, setIsInvalid] = useState(false)
  const id = useId()
  const [typedOver, setTypedOver] = useState(stored)
  if (typedOver !== stored) {
    setTypedOver(stored)
    setTyped(stored)
  }

  const keep = (text: string): void => {
    if (text.trim() === stored) return setIsInvalid(false)
    const correction = parseCorrection(field, text)
    setIsInvalid(correction === null)
    if (correction) void actions.correct(article.id, correction)
  }
  const inference = article.inferred[field]
  const isCorrected = field in article.corrected
  const before = article.corrected[field] ?? null
  const hint = field in hints ? t(hints[field as keyof typeof hints]) : null

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.name}>
        {t(`details.fields.${field}`)}
      </label>
      <div className={styles.value}>
        <input
          id={id}
          className={styles.input}
          dir="auto"
          value={typed}
          aria-invalid={isInvalid}
          aria-describedby={`${id}-notes`}
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
          onBlur={() => keep(typed)}
          onKeyDown={event => {
            if (event.key === 'Enter') keep(typed)
            if (event.key === 'Escape' && typed !== stored) {
              event.stopPropagation()
              setTyped(stored)
              setIsInvalid(false)
            }
          }}
        />
        <div id={`${id}-notes`} className={styles.notes}>
          {isInvalid && (
            <p className={styles.invalid} role="alert">
              {t('details.invalid')} {hint}
            </p>
          )}
          {inference && !isCorrected && (
            <p>{t('details.guessed', { percent: formats.percent(inference.confidence), why: inference.why })}</p>
          )}
          {isCorrected && (
            <p>{before === null ? t('details.correctedFromNothing') : t('details.correctedFrom', { value: before })}</p>
          )}
        </div>
        {isCorrected && (
          <Button kind="quiet" onPress={() => keep(before ?? '')}>
            {t('details.putBack')}
          </Button>
        )}
      </div>
    </div>
  )
}
