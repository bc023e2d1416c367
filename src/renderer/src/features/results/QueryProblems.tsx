// Owns the quiet lines that say where a query does not parse, and why.
import type { SearchRemarks } from '../library/listSource'
import { useTexts } from '../../i18n/useTexts'
import { quotePlace } from './problemPieces'
import styles from './QueryProblems.module.css'

/** What of a query does not parse. The rest of it was searched for all the same. */
export function QueryProblems({ query, problems }: Pick<SearchRemarks, 'query' | 'problems'>) {
  const { t } = useTexts()
  return (
    <output className={styles.problems}>
      {problems.map(problem => {
        const { before, place, after } = quotePlace(query, problem)
        return (
          <span key={`${problem.code}:${problem.start}`}>
            {t(`results.problems.${problem.code}`)}
            <q className={styles.quoted} dir="auto">
              {before}
              <em>{place}</em>
              {after}
            </q>
          </span>
        )
      })}
    </output>
  )
}
