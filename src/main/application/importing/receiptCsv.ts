// Owns a receipt as CSV, for a spreadsheet. Source: RFC 4180; the byte order mark is what makes Excel read UTF-8.
import { setImmediate } from 'node:timers/promises'
import type { ImportId } from '@shared/model/common'
import type { ReceiptEntry } from '@shared/model/importing'
import type { Library } from '../../library/library'

const pageSize = 500

function cell(value: string): string {
  // A spreadsheet would take these for a formula and work it out.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function row(entry: ReceiptEntry): string {
  const { position, path, outcome, title, format, articleId, error, warnings } = entry
  const remarks = warnings.map(warning => warning.message).join('; ')
  const cells = [String(position + 1), path, outcome, title, format, articleId, error?.code, error?.message, remarks]
  return cells.map(value => cell(value ?? '')).join(',')
}

/** Every line of a receipt. @throws AppError `import_not_found` */
export async function receiptCsv(library: Library, importId: ImportId): Promise<string> {
  library.imports.getSummary(importId)
  const lines = ['line,path,outcome,title,format,article,error,reason,remarks']
  for (let from = 0, isMore = true; isMore;) {
    const entries = library.imports.listEntries(importId, from, pageSize)
    lines.push(...entries.map(row))
    isMore = entries.length === pageSize
    from = (entries.at(-1)?.position ?? from) + 1
    // Others get their turn between two pages of a long receipt.
    await setImmediate()
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
