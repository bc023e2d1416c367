// Owns the dialogs that save a search and edit a saved one. One form serves both.
import { useState, type FormEvent } from 'react'
import { maxQueryLength, resultOrders, type ResultOrder } from '@shared/model/search'
import type { SavedSearch, SavedSearchText } from '@shared/model/savedSearch'
import type { SearchState } from '../../app/searchState'
import { useServices } from '../../app/services'
import { withSavedSearch } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import { SettingSelect } from '../settings/SettingSelect'
import { proposeName } from './proposeName'
import styles from './SavedSearchDialogs.module.css'

/** Saves the search that is on, under a new name or in place of the saved search that it began as. */
export function SaveSearchDialog({ search, onClose }: { readonly search: SearchState; readonly onClose: () => void }) {
  const { ui, settings, savedSearches } = useServices()
  const { t } = useTexts()
  const { origin } = search
  const query = search.query.trim()
  const usualOrder = settings.use(state => state.resultOrder)
  const order = search.order ?? usualOrder
  const show = (saved: SavedSearch | null): void => {
    if (saved) ui.setState(state => withSavedSearch(state, saved))
  }
  return (
    <SearchForm
      title={t('savedSearches.newTitle')}
      start={{ name: proposeName(query), query, order }}
      onSubmit={async text => show(await savedSearches.save(text))}
      onClose={onClose}
      otherWay={
        origin && {
          label: t('savedSearches.replace', { name: origin.name }),
          run: async () => show(await savedSearches.change(origin.id, { query, order }))
        }
      }
    />
  )
}

/** Edits a saved search, or deletes it. */
export function EditSavedSearchDialog({
  saved,
  onClose
}: {
  readonly saved: SavedSearch
  readonly onClose: () => void
}) {
  const { savedSearches } = useServices()
  const { t } = useTexts()
  return (
    <SearchForm
      title={t('savedSearches.editTitle')}
      start={saved}
      onSubmit={async text => void (await savedSearches.change(saved.id, text))}
      onClose={onClose}
      otherWay={{ label: t('savedSearches.delete'), run: () => savedSearches.remove(saved) }}
    />
  )
}

interface SearchFormProps {
  readonly title: string
  readonly start: SavedSearchText
  readonly onSubmit: (text: SavedSearchText) => Promise<void>
  readonly onClose: () => void
  readonly otherWay: { readonly label: string; readonly run: () => Promise<void> } | undefined
}

function SearchForm({ title, start, onSubmit, onClose, otherWay }: SearchFormProps) {
  const { t } = useTexts()
  const [name, setName] = useState(start.name)
  const [query, setQuery] = useState(start.query)
  const [order, setOrder] = useState<ResultOrder>(start.order)
  const isComplete = name.trim() !== '' && query.trim() !== ''
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (!isComplete) return
    onClose()
    void onSubmit({ name: name.trim(), query: query.trim(), order })
  }
  return (
    <AppDialog
      title={title}
      size="small"
      onClose={onClose}
      footer={
        <>
          {otherWay && (
            <span className={styles.otherWay}>
              <Button
                kind="quiet"
                onPress={() => {
                  onClose()
                  void otherWay.run()
                }}
              >
                {otherWay.label}
              </Button>
            </span>
          )}
          <Button kind="primary" isDisabled={!isComplete} onPress={() => submit()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <label className={styles.field}>
          {t('savedSearches.name')}
          <input
            maxLength={200}
            autoComplete="off"
            dir="auto"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type in
            autoFocus
            onFocus={event => event.target.select()}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className={styles.field}>
          {t('savedSearches.query')}
          <input
            maxLength={maxQueryLength}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
        </label>
        <SettingSelect
          label={t('savedSearches.order')}
          value={order}
          choices={resultOrders.map(choice => [choice, t(`savedSearches.orders.${choice}`)])}
          onChange={setOrder}
        />
        <p className={styles.note}>{t('savedSearches.explanation')}</p>
        {/* Enter in a field saves. */}
        <button type="submit" hidden>
          {t('common.save')}
        </button>
      </form>
    </AppDialog>
  )
}
