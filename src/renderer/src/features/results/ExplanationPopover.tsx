// Owns the button "How was this read?" and what it opens.
import { CircleHelp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useTexts } from '../../i18n/useTexts'
import styles from './Explanation.module.css'
import { Explanation } from './Explanation'
import type { Asked } from './resultQueries'

/** The button and the popover with the explanation. */
export function ExplanationPopover({ asked, className }: { readonly asked: Asked; readonly className?: string }) {
  const { t } = useTexts()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={t('results.how')}
        title={t('results.how')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <CircleHelp size={14} strokeWidth={1.5} aria-hidden />
        <span>{t('results.how')}</span>
      </button>
      <Popover
        className={styles.popover ?? ''}
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom end"
      >
        <Dialog className={styles.dialog ?? ''} aria-label={t('results.howTitle')}>
          <Explanation asked={asked} />
        </Dialog>
      </Popover>
    </>
  )
}
