// Owns the list below the search field: earlier searches, or what may be put into the query. Takes no step itself.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events,
   jsx-a11y/no-static-element-interactions -- the list of a combobox: the field keeps the keyboard and hears its keys
   (aria-activedescendant); the cross of a line is for the pointer alone, the Delete key does the same */
import { Clock, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './SuggestionList.module.css'

/** The list's id, by which the field says that it controls it. */
export const suggestionListId = 'search-suggestions'

/** The element id of a line. */
export function suggestionId(line: number): string {
  return `search-suggestion-${line}`
}

/** One line. */
export interface SuggestionLine {
  readonly text: string
  /** What stands beside it in quiet type. */
  readonly hint: string
  readonly isPast: boolean
}

/** The list below the search field. */
export interface SuggestionListProps {
  readonly label: string
  readonly lines: readonly SuggestionLine[]
  readonly active: number
  readonly onChoose: (line: number) => void
  /** Says what the cross does, and does it; left out where lines cannot be forgotten. */
  readonly forgetting?: { readonly label: string; readonly run: (line: number) => void } | undefined
  readonly foot?: ReactNode
}

/** The list below the search field. */
export function SuggestionList({ label, lines, active, onChoose, forgetting, foot }: SuggestionListProps) {
  return (
    // The field keeps the keyboard while somebody clicks here.
    <div className={styles.popup} onMouseDown={event => event.preventDefault()}>
      <div id={suggestionListId} role="listbox" aria-label={label} className={styles.list} data-scrolls>
        {lines.map(({ text, hint, isPast }, line) => (
          <div
            key={text}
            id={suggestionId(line)}
            role="option"
            aria-selected={line === active}
            className={styles.option}
            ref={element => {
              if (line === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => onChoose(line)}
          >
            {isPast && <Clock size={14} strokeWidth={1.5} aria-hidden />}
            <span className={styles.text} dir="auto">
              {text}
            </span>
            <span className={styles.hint}>{hint}</span>
            {forgetting && (
              <span
                className={styles.forget}
                aria-hidden
                title={forgetting.label}
                onClick={event => {
                  event.stopPropagation()
                  forgetting.run(line)
                }}
              >
                <X size={13} strokeWidth={1.75} />
              </span>
            )}
          </div>
        ))}
      </div>
      {foot}
    </div>
  )
}
