// Owns the large view of an article's images: one at a time, by mouse and by key. Loads nothing but what the library has.
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
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
  const last = images.length - 1
  const image = images[index]
  const show = (wanted: number): void => {
    const next = Math.min(last, Math.max(0, wanted))
    if (next === index) return
    setIndex(next)
    setIsActualSize(false)
  }
  const hearKey = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    show(next)
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
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the whole view */}
          <div className={styles.dialog} onKeyDown={hearKey}>
            <header className={styles.bar}>
              {images.length > 1 && (
                <output className={styles.count}>
                  {t('image.position', { current: formats.number(index + 1), total: formats.number(images.length) })}
                </output>
              )}
              <IconButton icon={X} label={t('common.close')} onPress={onClose} />
            </header>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- beside the image; Escape does the same */}
            <div
              className={styles.stage}
              data-actual={isActualSize || undefined}
              onClick={event => {
                if (event.target === event.currentTarget) onClose()
              }}
            >
              <LargeImage image={image} isActualSize={isActualSize} onPress={() => setIsActualSize(!isActualSize)} />
            </div>
            <footer className={styles.bar}>
              <IconButton
                icon={ChevronLeft}
                label={t('image.previous')}
                isDisabled={index === 0}
                onPress={() => show(index - 1)}
              />
              <p className={styles.text} dir="auto">
                {image.text}
              </p>
              <IconButton
                icon={ChevronRight}
                label={t('image.next')}
                isDisabled={index === last}
                onPress={() => show(index + 1)}
              />
            </footer>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface LargeImageProps {
  readonly image: ShownImage
  readonly isActualSize: boolean
  readonly onPress: () => void
}

/** The image as a button that changes its size, where it is larger than the window. */
function LargeImage({ image, isActualSize, onPress }: LargeImageProps) {
  const { t } = useTexts()
  const [isLarger, setIsLarger] = useState(false)
  return (
    <button
      type="button"
      className={styles.image}
      data-larger={isLarger || undefined}
      aria-label={[t(isActualSize ? 'image.fit' : 'image.actualSize'), image.text].filter(Boolean).join(': ')}
      aria-disabled={!isLarger}
      onClick={isLarger ? onPress : undefined}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keys work from here at once
      autoFocus
    >
      <img
        key={image.address}
        src={image.address}
        alt={image.text}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight, width, height } }) =>
          setIsLarger(naturalWidth > width + 1 || naturalHeight > height + 1)
        }
      />
    </button>
  )
}
