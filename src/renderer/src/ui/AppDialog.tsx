// Owns the frame of every dialog: heading, close button, focus and Escape (react-aria), size. No content of its own.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../i18n/useTexts'
import styles from './AppDialog.module.css'
import { IconButton } from './IconButton'

/** A dialog over the window. */
export interface AppDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot. */
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | 'page'
  /** For a question that must be answered. */
  readonly isAlert?: boolean
}

/** A dialog over the window; closes by Escape, by its button and by a click beside it. */
export function AppDialog({ title, onClose, children, footer, size = 'medium', isAlert = false }: AppDialogProps) {
  const { t } = useTexts()
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable={!isAlert}
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''} data-size={size}>
        <Dialog className={styles.dialog ?? ''} role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            {!isAlert && <IconButton icon={X} label={t('common.close')} onPress={onClose} />}
          </header>
          <div className={styles.content} data-scrolls>
            {children}
          </div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
