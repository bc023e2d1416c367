// Owns how things get from the person's hands to the host's import: paths, uploads, pasted text, the sample.
import type { Environment } from '@shared/model/app'
import { maxPastedLength, type ImportItem } from '@shared/model/importing'
import type { Client, UploadFile } from '../../bridge/client'
import type { Messages } from '../../app/messages'
import { chosenFiles, walkEntries, type DroppedEntry } from './droppedFiles'

/** Everything that can be imported from the window. Each says itself what failed. */
export interface Importer {
  /** Files or a folder by the host's dialog, or by the browser's where the host has none. */
  readonly pick: (kind: 'files' | 'folder') => Promise<void>
  /** What was dropped or pasted: files, folders, HTML or text. Must be called while the event is being handled. */
  readonly takeIn: (transfer: DataTransfer) => Promise<void>
  readonly addSample: () => Promise<void>
}

/** What the importer needs. */
export interface ImporterDependencies {
  readonly client: Client
  readonly environment: Environment
  readonly messages: Messages
  readonly texts: { readonly nothingToPaste: () => string; readonly nothingDropped: () => string }
  /** Says that bytes are being copied to the host, before an import exists. */
  readonly onUploading: (isUploading: boolean) => void
  /** Opens the browser's own file chooser; an empty list where the person cancelled. */
  readonly chooseFiles: (kind: 'files' | 'folder') => Promise<readonly File[]>
}

/** The text or HTML of a transfer; HTML only where the text alone would lose its structure. */
export function pastedItem(transfer: Pick<DataTransfer, 'getData'>): ImportItem | null {
  const html = transfer.getData('text/html')
  const text = transfer.getData('text/plain')
  const hasStructure = /<(p|h[1-6]|ul|ol|table|blockquote|article|img|pre)[\s>]/i.test(html)
  const format = hasStructure ? 'html' : 'text'
  const content = (hasStructure ? html : text).slice(0, maxPastedLength)
  return content.trim() === '' ? null : { kind: 'pasted', format, content }
}

/** Makes the importer of one window. */
export function createImporter(dependencies: ImporterDependencies): Importer {
  const { client, environment, messages, texts } = dependencies

  const enqueue = async (items: readonly ImportItem[]): Promise<void> => {
    await client.request('importing:enqueue', { items: [...items] })
  }
  const sendFiles = async (files: readonly UploadFile[]): Promise<void> => {
    if (files.length === 0) return messages.say(texts.nothingDropped())
    dependencies.onUploading(true)
    try {
      await enqueue([{ kind: 'upload', uploadId: await client.upload(files) }])
    } finally {
      dependencies.onUploading(false)
    }
  }
  const saying = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      messages.failed(error)
    }
  }

  return {
    pick: kind =>
      saying(async () => {
        if (environment.hasFileDialogs) await client.request('importing:pickFiles', { kind })
        else {
          const files = await dependencies.chooseFiles(kind)
          if (files.length > 0) await sendFiles(chosenFiles(files))
        }
      }),
    takeIn: transfer => {
      // The transfer is emptied when the event ends, so everything is taken out of it before the first wait.
      const items = [...transfer.items].filter(item => item.kind === 'file')
      const given = items.map(item => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry() }))
      const pasted = pastedItem(transfer)
      return saying(async () => {
        if (given.length === 0) return pasted ? enqueue([pasted]) : messages.say(texts.nothingToPaste())
        const paths = given.map(({ file }) => (file ? client.pathForFile(file) : null))
        if (paths.every(path => path !== null)) return enqueue(paths.map(path => ({ kind: 'path', path })))
        const entries = given.flatMap(({ entry }) => (entry ? [entry as DroppedEntry] : []))
        const walked =
          entries.length > 0 ? (await walkEntries(entries)).files : chosenFiles(given.flatMap(({ file }) => file ?? []))
        return sendFiles(walked)
      })
    },
    addSample: () => saying(() => enqueue([{ kind: 'sample' }]))
  }
}
