// Owns the panel of what a result is made of: dates as a histogram, everything else as values with their counts.
import { useMemo } from 'react'
import { useTexts } from '../../i18n/useTexts'
import type { SearchRemarks } from '../library/listSource'
import { datesOfRange, toHistogram } from './buckets'
import styles from './FacetPanel.module.css'
import { facetGroups } from './facetGroups'
import { FacetSection } from './FacetSection'
import { isDateFilter, toggleFilter, withDates } from './queryEdit'
import { useFacets } from './resultQueries'
import { useAsk } from './useAsk'
import { YearHistogram } from './YearHistogram'

/** What a result is made of. */
export interface FacetPanelProps {
  readonly id: string
  readonly search: SearchRemarks
  readonly isTyping: boolean
}

/** Where nothing but dates was asked for, the bars are of every article that has one. */
const anyDated = 'has:date'

/** What a result is made of. */
export function FacetPanel({ id, search, isTyping }: FacetPanelProps) {
  const { t, formats } = useTexts()
  const ask = useAsk()
  const { query, filters } = search
  const facets = useFacets({ query, isTyping })
  // The bars are those of any date: what is filtered away must be there to be chosen again.
  const undated = filters.some(isDateFilter) ? withDates(query, filters, null) || anyDated : query
  const dated = useFacets({ query: undated, isTyping })
  const histogram = useMemo(() => (dated ? toHistogram(dated.months) : null), [dated])
  const groups = useMemo(() => (facets ? facetGroups(facets) : []), [facets])
  const hasBars = histogram !== null && histogram.buckets.length > 1

  return (
    <section id={id} className={styles.panel} aria-label={t('results.panel')} aria-busy={!facets} data-scrolls>
      {hasBars && (
        <YearHistogram
          histogram={histogram}
          filters={filters}
          onChoose={range =>
            ask.edited(asked =>
              withDates(asked.query, asked.filters, range === null ? null : datesOfRange(histogram, range))
            )
          }
        />
      )}
      {groups.map(group => (
        <FacetSection
          key={group.name}
          group={group}
          filters={filters}
          onToggle={value => ask.edited(asked => toggleFilter(asked.query, asked.filters, value))}
        />
      ))}
      {facets && !hasBars && groups.length === 0 && <p className={styles.remark}>{t('results.nothing')}</p>}
      {facets && facets.undated > 0 && (
        <p className={styles.remark}>
          {t('results.undated', {
            articles: t('common.articles', { count: facets.undated, formatted: formats.number(facets.undated) })
          })}
        </p>
      )}
      {facets && !facets.isComplete && <p className={styles.remark}>{t('results.incomplete')}</p>}
    </section>
  )
}
