// Owns what a person can do with a receipt: undo, try again, save, show a file. Says itself what failed.
import type { ImportId } from '@shared/model/common'
import type { Services } from '../../app/services'

/** What can be done with one receipt. */
export interface ReceiptActions {
  /** Gives whether it was done. */
  readonly undoImport: () => Promise<boolean>
  /** Tries lines again: these, or every failed one (null). Gives whether an import began. */
  readonly retry: (positions: readonly number[] | null) => Promise<boolean>
  readonly save: () => Promise<void>
  readonly reveal: (position: number) => Promise<void>
}

type Needed = Pick<Services, 'client' | 'messages' | 'actions'>

/** Makes the actions of a receipt. `saved` is what to say of a file that was saved. */
export function createReceiptActions(
  importId: ImportId,
  { client, messages, actions }: Needed,
  saved: (path: string) => string
): ReceiptActions {
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      messages.failed(error)
      return false
    }
  }
  return {
    undoImport: () =>
      attempt(async () => messages.done(await client.request('importing:undoImport', { importId }), actions.undo)),
    retry: positions =>
      attempt(() => client.request('importing:retry', { importId, positions: positions && [...positions] })),
    save: async () => {
      await attempt(async () => {
        const { csv, path } = await client.request('importing:saveReceipt', { importId })
        if (csv !== null) download(`lontar-import-${importId}.csv`, csv)
        if (path !== null) messages.say(saved(path))
      })
    },
    reveal: async position => {
      await attempt(() => client.request('importing:revealFile', { importId, position }))
    }
  }
}

/** Hands a text to the browser as a file; for hosts without a dialog of their own. */
function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
