// Owns the look of the search field: the text with what may follow it, its buttons, and the list below. Decides nothing.
import { BookmarkCheck, BookmarkPlus, Search, X } from 'lucide-react'
import { maxQueryLength } from '@shared/model/search'
import { shownSavedSearch } from '../../app/searchState'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './SearchField.module.css'
import { SuggestionList, suggestionId, suggestionListId } from './SuggestionList'
import listStyles from './SuggestionList.module.css'
import { useFieldBehaviour, type FieldBehaviour } from './useFieldBehaviour'

/** The field's id, by which the command `find` gives it the keyboard. */
export const searchFieldId = 'search-field'

/** The search field. */
export function SearchField({ onEnterList }: { readonly onEnterList: () => void }) {
  const { isMac } = useServices()
  const { t } = useTexts()
  const behaviour = useFieldBehaviour(onEnterList)
  const { field, query, lists } = behaviour
  const { list, active, hasText } = lists.state
  const hint = shortcutHint('find', isMac)
  return (
    <search
      className={styles.search}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) lists.reset()
      }}
    >
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.text}>
        {lists.rest && <Rest query={query} rest={lists.rest} />}
        <input
          ref={field}
          id={searchFieldId}
          className={styles.field}
          type="text"
          role="combobox"
          enterKeyHint="search"
          aria-label={t('search.label')}
          aria-keyshortcuts={hint}
          aria-expanded={list !== null}
          aria-controls={list ? suggestionListId : undefined}
          aria-activedescendant={active >= 0 ? suggestionId(active) : undefined}
          aria-autocomplete="both"
          placeholder={t('search.placeholder')}
          maxLength={maxQueryLength}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          defaultValue={query}
          onChange={behaviour.hearChange}
          onKeyDown={behaviour.hearKey}
          onSelect={behaviour.hearCaret}
          onFocus={() => {
            if (!hasText) lists.open(-1)
          }}
        />
      </span>
      {lists.rest && (
        <kbd className={styles.key} aria-hidden>
          Tab
        </kbd>
      )}
      {hasText && <SaveButton />}
      {query ? (
        <button
          type="button"
          className={styles.button}
          aria-label={t('search.clear')}
          title={t('search.clear')}
          onClick={behaviour.clear}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      ) : (
        <kbd className={styles.hint} aria-hidden>
          {hint}
        </kbd>
      )}
      {list && <OpenList behaviour={behaviour} />}
    </search>
  )
}

/** The rest of the word that is likely being typed: behind the text, in the same type, in a quieter ink. */
function Rest({ query, rest }: { readonly query: string; readonly rest: string }) {
  return (
    <span className={styles.rest} dir="auto" aria-hidden>
      <span className={styles.typed}>{query}</span>
      {rest}
    </span>
  )
}

function SaveButton() {
  const { ui, commands, isMac } = useServices()
  const { t } = useTexts()
  const isSaved = ui(state => shownSavedSearch(state.search) !== null)
  const label = t(isSaved ? 'savedSearches.edit' : 'savedSearches.save')
  const Icon = isSaved ? BookmarkCheck : BookmarkPlus
  return (
    <button
      type="button"
      className={styles.button}
      data-on={isSaved || undefined}
      aria-label={label}
      aria-haspopup="dialog"
      title={`${label} (${shortcutHint('saveSearch', isMac)})`}
      onClick={() => commands.run('saveSearch')}
    >
      <Icon size={15} strokeWidth={1.5} aria-hidden />
    </button>
  )
}

function OpenList({ behaviour: { lists, choose } }: { readonly behaviour: FieldBehaviour }) {
  const { t } = useTexts()
  const { history } = lists
  const isHistory = lists.state.list === 'history'
  return (
    <SuggestionList
      label={t(isHistory ? 'searchHistory.label' : 'completion.label')}
      lines={lists.lines}
      active={lists.state.active}
      onChoose={choose}
      {...(isHistory && {
        forgetting: {
          label: t('searchHistory.forget'),
          run: (line: number) => history.forget(history.queries[line] ?? '')
        },
        foot: (
          <div className={listStyles.foot}>
            <Button kind="quiet" onPress={() => history.forget(null)}>
              {t('searchHistory.forgetAll')}
            </Button>
          </div>
        )
      })}
    />
  )
}
