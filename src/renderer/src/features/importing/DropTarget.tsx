// Owns the window as a drop target: what is about to be dropped, and taking it in. Also the paste outside of fields.
import { useEffect } from 'react'
import { useServices } from '../../app/services'
import { keyPlace } from '../../app/keyPlace'
import { useTexts } from '../../i18n/useTexts'
import styles from './DropTarget.module.css'

/** Shows itself while something droppable is over the window. */
export function DropTarget() {
  const { imports, importer, handleDrag } = useServices()
  const { t, formats } = useTexts()
  const drag = imports(state => state.drag)

  useEffect(() => {
    const end = (): void => imports.setState({ drag: null })
    const drop = (event: DragEvent): void => {
      if (!imports.getState().drag) return
      event.preventDefault()
      end()
      if (event.dataTransfer) void importer.takeIn(event.dataTransfer)
    }
    const leave = (event: DragEvent): void => {
      // Without a related target the pointer has left the window itself, not just one element for another.
      if (event.relatedTarget === null) end()
    }
    const paste = (event: ClipboardEvent): void => {
      const place = keyPlace(event.target)
      if (place === 'field' || place === 'dialog' || !event.clipboardData) return
      event.preventDefault()
      void importer.takeIn(event.clipboardData)
    }
    window.addEventListener('dragenter', handleDrag)
    window.addEventListener('dragover', handleDrag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', handleDrag)
      window.removeEventListener('dragover', handleDrag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [imports, importer, handleDrag])

  if (!drag) return null
  const invitation =
    drag.kind === 'text'
      ? t('importing.dropText')
      : drag.count > 0
        ? t('importing.drop', { count: drag.count, formatted: formats.number(drag.count) })
        : t('importing.dropUnknown')
  return (
    <output className={styles.target}>
      <div className={styles.sheet}>
        <p className={styles.invitation}>{invitation}</p>
        <p className={styles.note}>{t('importing.dropNote')}</p>
      </div>
    </output>
  )
}
