// Owns the window as a drop target: says what is about to be dropped, and hands it on.
import { useEffect } from 'react'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import styles from './DropTarget.module.css'

/** Shows itself while something droppable is over the window. */
export function DropTarget() {
  const { imports, transfers } = useServices()
  const { t, formats } = useTexts()
  const drag = imports(state => state.drag)

  useEffect(() => {
    const { drag: hover, leave, drop, paste } = transfers
    window.addEventListener('dragenter', hover)
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', hover)
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [transfers])

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
