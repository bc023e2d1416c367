// Owns the editing of tags of one or many articles: a field that finds and adds, and the tags to tick.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { ArticleId } from '@shared/model/common'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import { cachedSummaries } from './listSource'
import { findTags, tagChange, tagStates } from './tagChoice'
import styles from './TagEditor.module.css'

/** The tags of articles. */
export interface TagEditorProps {
  readonly articleIds: readonly ArticleId[]
  readonly onClose: () => void
}

/** The editor of the tags of articles; the change is made once, when it closes by Done or Enter. */
export function TagEditor({ articleIds, onClose }: TagEditorProps) {
  const { client, actions } = useServices()
  const { t, formats } = useTexts()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => client.request('library:countArticles', {}) })
  const [firstId] = articleIds
  const single = useQuery({
    queryKey: ['article', firstId],
    queryFn: () => {
      if (firstId === undefined) throw new Error('no article to tag')
      return client.request('library:getArticle', { articleId: firstId })
    },
    enabled: articleIds.length === 1
  })

  const articles = useMemo(() => {
    if (articleIds.length === 1) return single.data ? [single.data] : []
    const summaries = cachedSummaries(queryClient)
    return articleIds.flatMap(id => summaries.get(id) ?? [])
  }, [articleIds, single.data, queryClient])
  const known = counts.data?.tags.map(tag => tag.name) ?? []
  const names = [...known, ...[...ticked.keys()].filter(name => !known.includes(name))]
  const before = tagStates(known, articles)
  const { found, newName } = findTags(names, typed)

  const tick = (name: string, isOn: boolean): void => setTicked(new Map([...ticked, [name, isOn]]))
  const finish = (choices = ticked): void => {
    onClose()
    void actions.changeTags(articleIds, tagChange(before, choices))
  }
  const hearKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const [only] = found
    const name = newName ?? (found.length === 1 || typed.trim() !== '' ? only : undefined)
    if (typed.trim() === '' || name === undefined) finish()
    else {
      tick(name, true)
      setTyped('')
    }
  }
  const title =
    articleIds.length === 1
      ? t('tags.title')
      : t('tags.titleMany', { count: articleIds.length, formatted: formats.number(articleIds.length) })

  return (
    <AppDialog
      title={title}
      size="small"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={() => finish()}>
          {t('common.done')}
        </Button>
      }
    >
      <input
        className={styles.field}
        aria-label={t('tags.field')}
        placeholder={t('tags.field')}
        maxLength={80}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type in
        autoFocus
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={hearKey}
      />
      <fieldset className={styles.tags} aria-label={t('tags.list')}>
        {found.map(name => {
          const state = before.get(name) ?? 'none'
          const isOn = ticked.get(name) ?? state === 'all'
          return (
            <label key={name} className={styles.tag}>
              <input
                type="checkbox"
                checked={isOn}
                ref={box => {
                  if (box) box.indeterminate = !ticked.has(name) && state === 'some'
                }}
                onChange={event => tick(name, event.target.checked)}
              />
              <span dir="auto">{name}</span>
            </label>
          )
        })}
        {newName !== null && (
          <button
            type="button"
            className={styles.create}
            onClick={() => {
              tick(newName, true)
              setTyped('')
            }}
          >
            {t('tags.create', { name: newName })}
          </button>
        )}
        {names.length === 0 && newName === null && <p className={styles.none}>{t('tags.none')}</p>}
      </fieldset>
    </AppDialog>
  )
}
