// Owns the large view of an article's images: one at a time, by mouse and by key. Loads nothing but what the library has.
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ShownImage } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { IconButton } from '../../ui/IconButton'
import styles from './ImageDialog.module.css'

/** What the large view shows. */
export interface ImageDialogProps {
  readonly images: readonly ShownImage[]
  readonly start: number
  readonly onClose: () => void
}

/** The large view of an article's images. */
export function ImageDialog({ images, start, onClose }: ImageDialogProps) {
  const { t, formats } = useTexts()
  const [index, setIndex] = useState(start)
  const [isActualSize, setIsActualSize] = useState(false)
  const image = images[index]
  const step = (direction: -1 | 1): void => {
    const next = index + direction
    if (next < 0 || next >= images.length) return
    setIndex(next)
    setIsActualSize(false)
  }
  if (!image) return null
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('image.title')}>
          <header className={styles.bar}>
            {images.length > 1 && (
              <span className={styles.count}>
                {t('image.position', { current: formats.number(index + 1), total: formats.number(images.length) })}
              </span>
            )}
            <IconButton icon={X} label={t('common.close')} onPress={onClose} />
          </header>
          <div className={styles.stage} data-actual={isActualSize || undefined}>
            <button
              type="button"
              className={styles.image}
              aria-label={t(isActualSize ? 'image.fit' : 'image.actualSize')}
              onClick={() => setIsActualSize(!isActualSize)}
              onKeyDown={event => {
                if (event.key === 'ArrowLeft') step(-1)
                if (event.key === 'ArrowRight') step(1)
              }}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the arrow keys work from here at once
              autoFocus
            >
              <img src={image.address} alt={image.text} />
            </button>
          </div>
          <footer className={styles.bar}>
            <IconButton
              icon={ChevronLeft}
              label={t('image.previous')}
              isDisabled={index === 0}
              onPress={() => step(-1)}
            />
            <p className={styles.text} dir="auto">
              {image.text}
            </p>
            <IconButton
              icon={ChevronRight}
              label={t('image.next')}
              isDisabled={index === images.length - 1}
              onPress={() => step(1)}
            />
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
