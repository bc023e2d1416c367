// Owns what stands over the results: filters, what does not parse, how much was found, and the ways to know more.
import { ListFilter } from 'lucide-react'
import { useId } from 'react'
import type { QuerySuggestion } from '@shared/model/queryHelp'
import { shownSavedSearch } from '../../app/searchState'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import listStyles from '../library/ListPane.module.css'
import type { ListPage, SearchRemarks, SearchSource } from '../library/listSource'
import { ExplanationPopover } from './ExplanationPopover'
import { FacetPanel } from './FacetPanel'
import { FilterChips } from './FilterChips'
import { QueryProblems } from './QueryProblems'
import styles from './SearchCaption.module.css'
import { Suggestions } from './Suggestions'

/** Where close spellings are shown already, only the right spelling is worth a word. */
const respeltOnly: ReadonlySet<QuerySuggestion['kind']> = new Set<QuerySuggestion['kind']>(['respelt'])

/** What stands over the results. */
export function SearchCaption({ source, page }: { readonly source: SearchSource; readonly page: ListPage | null }) {
  const { settings, ui } = useServices()
  const { t } = useTexts()
  const shownName = ui(state => (shownSavedSearch(state.search) ? state.search.origin?.name : undefined))
  const panelId = useId()
  const isOpen = settings.use(state => state.areFacetsShown)
  const search = page?.search
  if (!page || !search) return <div className={listStyles.caption} />
  const asked = { query: search.query, isTyping: source.isTyping }
  const isWidened = search.widened !== 'none' && search.total > 0
  return (
    <>
      <FilterChips filters={search.filters} />
      <QueryProblems query={search.query} problems={search.problems} />
      <div className={`${listStyles.caption} ${styles.caption}`}>
        <h1 className={shownName === undefined ? 'visuallyHidden' : undefined} dir="auto">
          {shownName ?? t('search.heading')}
        </h1>
        <Summary page={page} search={search} />
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.tool}
            aria-expanded={isOpen}
            aria-controls={isOpen ? panelId : undefined}
            onClick={() => settings.change({ areFacetsShown: !isOpen })}
          >
            <ListFilter size={14} strokeWidth={1.5} aria-hidden />
            {t('results.filter')}
          </button>
          <ExplanationPopover asked={asked} className={`${styles.tool} ${styles.how}`} />
        </div>
      </div>
      {isOpen && <FacetPanel id={panelId} search={search} isTyping={source.isTyping} />}
      {isWidened && (
        <div className={listStyles.remark}>
          <p>{t(`search.${search.widened === 'fuzzy' ? 'fuzzy' : 'someWords'}`)}</p>
          <Suggestions asked={asked} kinds={respeltOnly} />
        </div>
      )}
      {search.isPartial && <p className={listStyles.remark}>{t('search.partial')}</p>}
    </>
  )
}

function Summary({ page, search }: { readonly page: ListPage; readonly search: SearchRemarks }) {
  const { t, formats } = useTexts()
  const counted = page.rows.reduce((sum, row) => sum + (row.hit?.matchCount ?? 0), 0)
  const articles = t('common.articles', { count: search.total, formatted: formats.number(search.total) })
  const isComplete = page.rows.length >= search.total
  const hits = t(isComplete ? 'search.hits' : 'search.hitsAtLeast', {
    count: counted,
    formatted: formats.number(counted)
  })
  // Filters alone mark nothing in a text.
  return <output>{counted > 0 ? t('search.summary', { articles, hits }) : articles}</output>
}
