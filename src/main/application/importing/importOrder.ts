// Owns what an import was asked for, in the form in which it is kept so that it can go on after a crash.
import { AppError, errorCodes } from '@shared/errors'
import type { ImportItem } from '@shared/model/importing'
import * as v from 'valibot'
import type { Host } from '../host'

const uploadedSchema = v.object({
  kind: v.literal('uploaded'),
  folder: v.string(),
  paths: v.array(v.string()),
  failures: v.array(v.object({ displayPath: v.string(), code: v.picklist(errorCodes), message: v.string() }))
})
const wantedSchema = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('path'), path: v.string() }),
    v.object({ kind: v.literal('pasted'), format: v.picklist(['text', 'html']), content: v.string() }),
    v.object({ kind: v.literal('sample') }),
    uploadedSchema
  ])
)

/** One thing to import, with an upload's files by their place on disk. */
export type WantedItem = v.InferOutput<typeof wantedSchema>[number]

/** A file that an interrupted import had stored and not yet made an article of. */
export interface AdoptedFile {
  /** Where to read it: where it came from, or its copy in the store. */
  readonly path: string
  readonly fileName: string
  readonly sourcePath: string | null
}

/** What an import was asked for: a person's items, or what a crash left of an earlier one. */
export type ImportOrder =
  | { readonly kind: 'items'; readonly items: readonly WantedItem[] }
  | { readonly kind: 'adopt'; readonly files: readonly AdoptedFile[] }

/** The order as it is kept, or null for one that cannot go on by itself. */
export function writeOrder(order: ImportOrder): string | null {
  return order.kind === 'items' ? JSON.stringify(order.items) : null
}

/** An order that was kept, or null where it cannot be read. */
export function readOrder(written: string): ImportOrder | null {
  try {
    const parsed = v.safeParse(wantedSchema, JSON.parse(written))
    return parsed.success ? { kind: 'items', items: parsed.output } : null
  } catch {
    return null
  }
}

/** The items with what was uploaded for them taken over from the host. @throws AppError `file_missing` */
export function takeItems(items: readonly ImportItem[], host: Pick<Host, 'takeUpload'>): WantedItem[] {
  return items.map(item => {
    if (item.kind !== 'upload') return item
    const upload = host.takeUpload(item.uploadId)
    if (!upload) throw new AppError('file_missing', 'The uploaded files are no longer there; add them again')
    const failures = upload.failures.map(({ displayPath, error }) => ({
      displayPath,
      code: error.code,
      message: error.message
    }))
    return { kind: 'uploaded', folder: upload.folder, paths: [...upload.paths], failures }
  })
}
