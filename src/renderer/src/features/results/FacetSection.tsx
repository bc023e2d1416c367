// Owns one facet on screen: its most frequent values as filters that can be turned on and off, and the way to the rest.
import { useState } from 'react'
import type { QueryFilter } from '@shared/model/query'
import { useTexts } from '../../i18n/useTexts'
import styles from './FacetPanel.module.css'
import type { FacetGroup, FacetValue } from './facetGroups'
import { findFilter } from './queryEdit'
import { valueText } from './resultTexts'

/** So many values are shown before the rest is asked for. */
const fewest = 5

/** A facet. */
export interface FacetSectionProps {
  readonly group: FacetGroup
  readonly filters: readonly QueryFilter[]
  readonly onToggle: (value: FacetValue) => void
}

/** A facet. */
export function FacetSection({ group, filters, onToggle }: FacetSectionProps) {
  const words = useTexts()
  const { t, formats } = words
  const [isWhole, setIsWhole] = useState(false)
  const facet = t(`results.facets.${group.name}`)
  // One more line is no shorter than the button that would lead to it.
  const isShort = group.values.length <= fewest + 1
  const shown = isWhole || isShort ? group.values : group.values.slice(0, fewest)
  const hidden = formats.number(group.values.length - shown.length)

  return (
    <fieldset className={styles.facet}>
      <legend className={styles.heading}>{facet}</legend>
      <div className={styles.values}>
        {shown.map(value => {
          const text = valueText(words, value.field, value.value)
          const articles = t('common.articles', { count: value.count, formatted: formats.number(value.count) })
          return (
            <button
              key={`${value.field}:${value.value}`}
              type="button"
              className={styles.value}
              aria-pressed={findFilter(filters, value) !== null}
              aria-label={t('results.facetValue', { value: text, articles })}
              onClick={() => onToggle(value)}
            >
              <span dir="auto">{text}</span> <small>{formats.number(value.count)}</small>
            </button>
          )
        })}
        {!isShort && (
          <button
            type="button"
            className={styles.more}
            aria-expanded={isWhole}
            aria-label={isWhole ? t('results.fewerOf', { facet }) : t('results.moreOf', { formatted: hidden, facet })}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? t('results.fewer') : t('results.more', { formatted: hidden })}
          </button>
        )}
      </div>
      {isWhole && group.unnamed > 0 && (
        <p className={styles.remark}>{t('results.unnamed', { formatted: formats.number(group.unnamed) })}</p>
      )}
    </fieldset>
  )
}
