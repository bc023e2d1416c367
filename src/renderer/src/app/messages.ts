// Owns the short messages at the window's edge: what was done, with a way to undo it, and what failed, in words.
import type { TFunction } from 'i18next'
import { toast } from 'sonner'
import { toAppError } from '@shared/errors'
import type { ActionResult } from '@shared/model/library'

/** How long a message that offers to undo stays (WCAG asks for enough time; 6 s is the least that people expect). */
const undoMs = 8_000
const plainMs = 4_000
const failureMs = 10_000

/** The messages of one window. */
export interface Messages {
  /** An action was done and can be taken back. */
  readonly done: (result: ActionResult, undo: () => Promise<void>) => void
  readonly undone: (result: ActionResult, redo: () => Promise<void>) => void
  readonly redone: (result: ActionResult, undo: () => Promise<void>) => void
  readonly deleted: (count: number) => void
  /** A request failed: its sentence in the person's language. */
  readonly failed: (error: unknown) => void
  /** A remark, with one thing to do about it where there is one. */
  readonly say: (text: string, action?: { readonly label: string; readonly run: () => void }) => void
}

/** The sentence of a failure in the interface's language. */
export function errorText(t: TFunction, error: unknown): string {
  return t(`errors.${toAppError(error).code}`)
}

/** One id: a row of quick actions shows the last one only, and undo always means the last one. */
function offer(text: string, { label, run }: { readonly label: string; readonly run: () => Promise<void> }): void {
  toast(text, { id: 'action', duration: undoMs, action: { label, onClick: () => void run() } })
}

/** Makes the messages of one window; texts and numbers are asked for anew each time, as the language may change. */
export function createMessages(t: TFunction, formatNumber: (value: number) => string): Messages {
  const describe = (result: ActionResult): string =>
    t(`done.${result.kind}`, { count: result.articleCount, formatted: formatNumber(result.articleCount) })
  return {
    done: (result, undo) => {
      if (result.articleCount > 0) offer(describe(result), { label: t('common.undo'), run: undo })
    },
    undone: (result, redo) =>
      offer(`${t('common.undone')}: ${describe(result)}`, { label: t('common.redo'), run: redo }),
    redone: (result, undo) =>
      offer(`${t('common.redone')}: ${describe(result)}`, { label: t('common.undo'), run: undo }),
    deleted: count => {
      // What has just been deleted cannot be brought back by undoing the step before.
      toast.dismiss('action')
      toast(t('remove.deleted', { count, formatted: formatNumber(count) }), { duration: plainMs })
    },
    failed: error => void toast.error(errorText(t, error), { duration: failureMs }),
    say: (text, action) =>
      void toast(text, {
        duration: action ? undoMs : plainMs,
        ...(action && { action: { label: action.label, onClick: action.run } })
      })
  }
}
