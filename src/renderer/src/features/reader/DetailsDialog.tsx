// Owns everything that is known of an article: each field to correct, why a guess was made, where the article came from.
import { useQuery } from '@tanstack/react-query'
import type { ArticleDetail, ArticleFormat } from '@shared/model/article'
import { editableFields } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { warningText } from '../../i18n/warningText'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './DetailsDialog.module.css'
import { DetailsField } from './DetailsField'

/** The details of an article. */
export function DetailsDialog({ articleId, onClose }: { readonly articleId: ArticleId; readonly onClose: () => void }) {
  const { client } = useServices()
  const { t } = useTexts()
  const { data: article, error } = useQuery({
    queryKey: ['article', articleId],
    queryFn: () => client.request('library:getArticle', { articleId })
  })
  return (
    <AppDialog title={t('details.title')} size="large" onClose={onClose}>
      {error && <p role="alert">{errorText(t, error)}</p>}
      {article && (
        <>
          <div className={styles.fields}>
            {editableFields.map(field => (
              <DetailsField key={field} article={article} field={field} />
            ))}
          </div>
          <SourceFacts article={article} />
          <Remarks article={article} />
          <Highlights article={article} />
          <Records article={article} />
        </>
      )}
    </AppDialog>
  )
}

function SourceFacts({ article }: { readonly article: ArticleDetail }) {
  const { client, environment, messages, ui, actions } = useServices()
  const { t, formats } = useTexts()
  const { source } = article
  const isWholePage = source.options.extraction === 'page'
  const facts = [
    [t('details.fileName'), source.fileName],
    [t('details.path'), source.path],
    [t('details.format'), t(`details.formats.${source.format}`)],
    [t('details.encoding'), source.encoding],
    [t('details.size'), formats.bytes(source.bytes)],
    [
      t('details.words'),
      t('details.wordCount', { count: article.wordCount, formatted: formats.number(article.wordCount) })
    ],
    [t('details.imported'), formats.time(article.importedAt)],
    [t('details.hash'), source.sha256]
  ] as const
  const reveal = (): void => {
    client.request('app:revealOriginal', { articleId: article.id }).catch((error: unknown) => messages.failed(error))
  }
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('details.source')}</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null
        )}
      </dl>
      <div className={styles.actions}>
        {environment.canRevealFiles && <Button onPress={reveal}>{t('reader.reveal')}</Button>}
        {source.encoding !== null && hasEncoding.has(source.format) && source.part === '' && (
          <Button onPress={() => ui.setState({ dialog: { kind: 'encoding', articleId: article.id } })}>
            {t('encoding.correct')}
          </Button>
        )}
        {source.format === 'html' && source.part === '' && (
          <Button onPress={() => void actions.readAgain(article.id, { extraction: isWholePage ? 'article' : 'page' })}>
            {t(isWholePage ? 'details.articleOnly' : 'details.wholePage')}
          </Button>
        )}
        {article.versionCount > 1 && (
          <Button onPress={() => ui.setState({ dialog: { kind: 'versions', articleId: article.id } })}>
            {t('versions.open', { count: article.versionCount, formatted: formats.number(article.versionCount) })}
          </Button>
        )}
      </div>
    </section>
  )
}

/** The formats whose text stands in the file in an encoding that can be guessed wrongly. */
const hasEncoding: ReadonlySet<ArticleFormat> = new Set<ArticleFormat>(['text', 'markdown', 'html'])

function Highlights({ article }: { readonly article: ArticleDetail }) {
  const { t } = useTexts()
  if (article.annotations.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('details.highlights')}</h3>
      {article.annotations.map(({ id, quote, note, range, kind }) => (
        <blockquote key={id} className={styles.quote} dir="auto">
          {quote && <p>{quote}</p>}
          {note && <p className={styles.notes}>{note}</p>}
          {kind === 'highlight' && range === null && <p className={styles.notes}>{t('details.unanchored')}</p>}
        </blockquote>
      ))}
    </section>
  )
}

/** What another service said of the article, field by field; nested values as they were written. */
function Records({ article }: { readonly article: ArticleDetail }) {
  const { t } = useTexts()
  return article.records.map(({ service, fields }) => (
    <section key={`${service} ${JSON.stringify(fields)}`} className={styles.section}>
      <h3 className={styles.heading}>
        {t('details.record', { service: service.charAt(0).toUpperCase() + service.slice(1) })}
      </h3>
      <dl className={styles.facts}>
        {Object.entries(fields).map(([name, value]) => {
          const text = recordText(value)
          return text === '' ? null : (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd dir="auto">{text.slice(0, longestFact)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  ))
}

/** A value of another service: lists of words as people write them, everything nested as it was written. */
function recordText(value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  const isPlainList = Array.isArray(value) && value.every(each => typeof each === 'string' || typeof each === 'number')
  return isPlainList ? value.join(', ') : JSON.stringify(value)
}

const longestFact = 2_000
const removedKinds = ['scripts', 'frames', 'forms', 'remoteImages', 'eventHandlers', 'trackers'] as const

function Remarks({ article }: { readonly article: ArticleDetail }) {
  const { t, formats, language } = useTexts()
  const removed = removedKinds.filter(kind => article.removed[kind] > 0)
  return (
    <>
      {article.warnings.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('details.warnings')}</h3>
          {article.warnings.map(warning => (
            <p key={`${warning.code} ${warning.message}`}>{warningText(t, language, warning)}</p>
          ))}
        </section>
      )}
      {removed.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('details.removed')}</h3>
          <dl className={styles.facts}>
            {removed.map(kind => (
              <div key={kind} className={styles.fact}>
                <dt>{t(`details.removedKinds.${kind}`)}</dt>
                <dd>{formats.number(article.removed[kind])}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
