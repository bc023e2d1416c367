// Owns what a drag over the window means: files or text that can be added, or something of the page's own.
import type { DragState } from './importStore'

/** What a transfer would bring, or null where there is nothing to add. Counts only where the browser tells. */
export function describeDrag(transfer: Pick<DataTransfer, 'types' | 'items'>): DragState | null {
  const types = [...transfer.types]
  if (types.includes('Files')) {
    return { kind: 'files', count: [...transfer.items].filter(item => item.kind === 'file').length }
  }
  return types.includes('text/plain') || types.includes('text/html') ? { kind: 'text' } : null
}
