// Owns what happens to a drag, a drop and a paste, wherever in the window or its frame they come. Reads no file itself.
import { keyPlace } from '../../app/keyPlace'
import { describeDrag } from './drag'
import type { Importer } from './importer'
import type { ImportStore } from './importStore'

/** The handlers of transfers. */
export interface TransferHandlers {
  /** For `dragenter` and `dragover`: shows the drop target as soon as something can be dropped. */
  readonly drag: (event: DragEvent) => void
  readonly leave: (event: DragEvent) => void
  readonly drop: (event: DragEvent) => void
  /** A paste outside of text fields becomes an article. */
  readonly paste: (event: ClipboardEvent) => void
}

/** Makes the handlers of one window; `isOwnDrag` tells a drag that began inside it. */
export function createTransferHandlers(
  imports: ImportStore,
  importer: Importer,
  isOwnDrag: () => boolean
): TransferHandlers {
  const end = (): void => imports.setState({ drag: null })
  return {
    drag: event => {
      const drag = event.dataTransfer && !isOwnDrag() ? describeDrag(event.dataTransfer) : null
      if (!drag) return
      event.preventDefault()
      if (!imports.getState().drag) imports.setState({ drag })
    },
    leave: event => {
      // Without a related target the pointer has left the window itself, not just one element for another.
      if (event.relatedTarget === null) end()
    },
    drop: event => {
      if (!imports.getState().drag) return
      event.preventDefault()
      end()
      if (event.dataTransfer) void importer.takeIn(event.dataTransfer)
    },
    paste: event => {
      const place = keyPlace(event.target)
      if (place === 'field' || place === 'dialog' || !event.clipboardData) return
      event.preventDefault()
      void importer.takeIn(event.clipboardData)
    }
  }
}
