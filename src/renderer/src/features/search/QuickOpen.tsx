// Owns the quick way to everything that has a name: a field, and what it finds below it. Knows no kind of thing.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- a
   combobox keeps the keyboard in its field, which hears the keys of the list too (aria-activedescendant) */
import { useState, type KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../../i18n/useTexts'
import frame from '../../ui/AppDialog.module.css'
import styles from './QuickOpen.module.css'
import { useQuickItems, type QuickItem } from './useQuickItems'

const listId = 'quick-open-list'

/** The dialog of the quick way. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, isLoading } = useQuickItems(typed)
  const items = groups.flatMap(group => group.items)
  const active = items[Math.min(chosen, items.length - 1)]

  const choose = (item: QuickItem | undefined): void => {
    if (!item) return
    onClose()
    item.choose()
  }
  const hearKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') choose(active)
    else if (step !== undefined && items.length > 0) setChosen((chosen + step + items.length) % items.length)
    else return
    event.preventDefault()
  }

  return (
    <ModalOverlay
      className={frame.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={frame.modal ?? ''}>
        <Dialog className={frame.dialog ?? ''} aria-label={t('quickOpen.title')}>
          <input
            className={styles.field}
            role="combobox"
            aria-label={t('quickOpen.field')}
            aria-expanded={items.length > 0}
            aria-controls={listId}
            aria-activedescendant={active && optionId(active)}
            aria-autocomplete="list"
            placeholder={t('quickOpen.field')}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type in
            autoFocus
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              setChosen(0)
            }}
            onKeyDown={hearKey}
          />
          <div id={listId} role="listbox" aria-label={t('quickOpen.title')} className={styles.list} data-scrolls>
            {groups.map(({ heading, items: members }) => (
              <div key={heading} role="group" aria-label={heading}>
                <h3 className={styles.heading} aria-hidden>
                  {heading}
                </h3>
                {members.map(item => (
                  <Option key={item.id} item={item} isActive={item === active} onChoose={choose} />
                ))}
              </div>
            ))}
          </div>
          {items.length === 0 && !isLoading && (
            <p className={styles.none} role="status">
              {t('quickOpen.none')}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface OptionProps {
  readonly item: QuickItem
  readonly isActive: boolean
  readonly onChoose: (item: QuickItem) => void
}

function Option({ item, isActive, onChoose }: OptionProps) {
  return (
    <div
      id={optionId(item)}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      ref={element => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={() => onChoose(item)}
    >
      <span className={styles.label} dir="auto">
        {item.label}
      </span>
      <span className={styles.hint}>{item.hint}</span>
    </div>
  )
}

/** Names may hold spaces, which an id reference may not. */
function optionId({ id }: QuickItem): string {
  return `quick-${encodeURIComponent(id)}`
}
