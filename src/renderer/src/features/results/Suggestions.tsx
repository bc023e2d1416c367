// Owns the ways out of a search that finds nothing as it is written: other queries, each with what it finds.
import type { QuerySuggestion } from '@shared/model/queryHelp'
import { useTexts } from '../../i18n/useTexts'
import { useExplanation, type Asked } from './resultQueries'
import styles from './Suggestions.module.css'
import { useAsk } from './useAsk'

const mostShown = 5

/** Other queries that find something, as buttons. */
export interface SuggestionsProps {
  readonly asked: Asked
  /** The kinds that are of use here. */
  readonly kinds: ReadonlySet<QuerySuggestion['kind']>
}

/** Other queries that find something, as buttons. Nothing where there is none. */
export function Suggestions({ asked, kinds }: SuggestionsProps) {
  const { t, formats } = useTexts()
  const ask = useAsk()
  const explanation = useExplanation(asked)
  const offered = (explanation?.suggestions ?? []).filter(({ kind }) => kinds.has(kind)).slice(0, mostShown)
  const respelt = offered.filter(({ kind }) => kind === 'respelt')
  const others = offered.filter(({ kind }) => kind !== 'respelt')
  if (offered.length === 0) return null

  const textOf = ({ kind, changed }: QuerySuggestion): string =>
    kind === 'respelt' ? changed : t(`results.${kind}`, { part: changed })
  const buttonOf = (suggestion: QuerySuggestion) => (
    <li key={`${suggestion.kind}:${suggestion.query}`}>
      <button
        type="button"
        className={styles.suggestion}
        data-kind={suggestion.kind}
        onClick={() => ask.instead(suggestion.query)}
      >
        <span dir="auto">{textOf(suggestion)}</span>{' '}
        <small>{t('common.articles', { count: suggestion.total, formatted: formats.number(suggestion.total) })}</small>
      </button>
    </li>
  )
  return (
    <section className={styles.suggestions} aria-label={t('results.suggestions')}>
      {respelt.length > 0 && (
        <>
          <p>{t('results.didYouMean')}</p>
          <ul>{respelt.map(buttonOf)}</ul>
        </>
      )}
      {others.length > 0 && <ul>{others.map(buttonOf)}</ul>}
    </section>
  )
}
