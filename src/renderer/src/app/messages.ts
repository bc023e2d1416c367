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
  done(result: ActionResult, undo: () => Promise<void>): void
  undone(result: ActionResult): void
  redone(result: ActionResult): void
  deleted(count: number): void
  /** A request failed: its sentence in the person's language. */
  failed(error: unknown): void
  /** A remark, with one thing to do about it where there is one. */
  say(text: string, action?: { readonly label: string; readonly run: () => void }): void
}

/** The sentence of a failure in the interface's language. */
export function errorText(t: TFunction<'interface'>, error: unknown): string {
  return t(`errors.${toAppError(error).code}`)
}

/** Makes the messages of one window. */
export function createMessages(t: TFunction<'interface'>): Messages {
  const describe = (result: ActionResult): string => t(`done.${result.kind}`, { count: result.articleCount })
  return {
    // One id: a row of quick actions shows the last one only, and undo always means the last one.
    done: (result, undo) => {
      if (result.articleCount === 0) return
      toast(describe(result), {
        id: 'action',
        duration: undoMs,
        action: { label: t('common.undo'), onClick: () => void undo() }
      })
    },
    undone: result => void toast(`${t('common.undone')}: ${describe(result)}`, { id: 'action', duration: plainMs }),
    redone: result => void toast(`${t('common.redone')}: ${describe(result)}`, { id: 'action', duration: plainMs }),
    deleted: count => void toast(t('remove.deleted', { count, formatted: count }), { id: 'action', duration: plainMs }),
    failed: error => void toast.error(errorText(t, error), { duration: failureMs }),
    say: (text, action) =>
      void toast(text, {
        duration: action ? undoMs : plainMs,
        ...(action && { action: { label: action.label, onClick: action.run } })
      })
  }
}
