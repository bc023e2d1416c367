// Owns how a query was read, word by word: which words of the library stand for it, and the way to the word alone.
import { readingKinds, type WordReading } from '@shared/model/queryHelp'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './Explanation.module.css'
import { useExplanation, type Asked } from './resultQueries'
import { useAsk } from './useAsk'

/** How each word of a query was read. */
export function Explanation({ asked }: { readonly asked: Asked }) {
  const { t } = useTexts()
  const explanation = useExplanation(asked)
  if (!explanation) return <p className={styles.quiet}>{t('common.loading')}</p>
  if (explanation.words.length === 0) return <p className={styles.quiet}>{t('results.howNothing')}</p>
  return explanation.words.map(reading => <Reading key={`${reading.start}:${reading.word}`} reading={reading} />)
}

function Reading({ reading }: { readonly reading: WordReading }) {
  const { t, formats } = useTexts()
  const ask = useAsk()
  const { word, articles, matched, more, exactQuery } = reading
  const kinds = readingKinds
    .map(kind => ({ kind, words: matched.filter(match => match.kind === kind) }))
    .filter(({ words }) => words.length > 0)
  return (
    <section className={styles.reading}>
      <header>
        <h2 dir="auto">{word}</h2>
        <span className={styles.quiet}>
          {t('common.articles', { count: articles, formatted: formats.number(articles) })}
        </span>
      </header>
      {kinds.length === 0 && <p className={styles.quiet}>{t('results.unknownWord')}</p>}
      <dl>
        {kinds.map(({ kind, words }) => (
          <div key={kind}>
            <dt>{t(`results.kinds.${kind}`)}</dt>
            <dd>
              {words.map(match => (
                <span key={match.word} dir="auto">
                  {match.word} <small>{formats.number(match.articles)}</small>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {more > 0 && (
        <p className={styles.quiet}>{t('results.moreWords', { count: more, formatted: formats.number(more) })}</p>
      )}
      {exactQuery !== null && articles > 0 && (
        <Button kind="quiet" label={t('results.exactlyOf', { word })} onPress={() => ask.instead(exactQuery)}>
          {t('results.exactly')}
        </Button>
      )}
    </section>
  )
}
