// Owns the opening of PDF files: the only importer of pdfjs. Runs no script of a document and reaches no network.
// oxlint-disable-next-line typescript/triple-slash-reference -- the file declares a module and is none
/// <reference path="./pdfjsWorker.d.ts" />
import type { getDocument, PDFDocumentLoadingTask, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'
import { guardStreams } from './guardStreams'
import { PdfDataFactory } from './pdfData'

/** A document as pdfjs gives it. */
export type PdfDocument = Awaited<PDFDocumentLoadingTask['promise']>
/** A page as pdfjs gives it. */
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

const oldestNode = [22, 13] as const

function refuseOldRuntime(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new AppError(
    'pdf_needs_newer_runtime',
    `Reading PDF documents needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}`
  )
}

function describe(error: unknown): AppError {
  const { name } = error as Error
  if (name === 'PasswordException') {
    return new AppError('file_encrypted', 'The document is protected by a password', { cause: error })
  }
  return new AppError('file_damaged', 'The document is damaged or was cut off', { cause: error })
}

interface Pdfjs {
  readonly getDocument: typeof getDocument
  readonly VerbosityLevel: typeof VerbosityLevel
}

/** Both halves of pdfjs in this thread: without the second it would start a thread of its own, out of our limits. */
async function loadPdfjs(): Promise<Pdfjs> {
  const scope = globalThis as { pdfjsWorker?: unknown }
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const known = Object.getOwnPropertyDescriptor(console, 'warn') ?? {}
  // While it is loaded, pdfjs complains that it will not be able to draw, which nobody asks of it here.
  Object.defineProperty(console, 'warn', { ...known, value: () => undefined })
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    Object.defineProperty(console, 'warn', known)
  }
}

/**
 * Hands an open document to `read` and closes it behind it. Throws AppError `pdf_needs_newer_runtime`, `file_encrypted`,
 * `file_damaged`, `file_too_complex` and what `read` throws.
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  limits: ImportLimits,
  read: (document: PdfDocument) => Promise<Result>
): Promise<Result> {
  refuseOldRuntime()
  guardStreams(bytes, limits)
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // A copy: pdfjs takes the buffer for itself.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    BinaryDataFactory: PdfDataFactory,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false
  })
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw describe(error)
    })
    if (document.numPages > limits.pdfPages) {
      throw new AppError('file_too_complex', `The document has more than ${limits.pdfPages} pages`)
    }
    return await read(document)
  } finally {
    await task.destroy()
  }
}
