// Owns the question before something that cannot be undone, or that leaves Lontar.
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/useTexts'
import { AppDialog } from './AppDialog'
import { Button } from './Button'

/** A question with one way on and one way back. */
export interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirm: string
  readonly isDangerous?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** A question with one way on and one way back; the way back has the focus. */
export function ConfirmDialog({ title, children, confirm, isDangerous, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTexts()
  return (
    <AppDialog
      title={title}
      size="small"
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} takesFocus>
            {t('common.cancel')}
          </Button>
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            onPress={() => {
              onClose()
              onConfirm()
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </AppDialog>
  )
}
