// Owns the drawing of a PDF's pages: the window's only importer of pdfjs. Reads the bytes that it is given, and the files that
// lie beside the window's own code.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- the bundler gives the file's address
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'

/** A PDF whose pages can be drawn. */
export interface PdfPages {
  readonly count: number
  /** Height by width of a page as it is shown. `page` counts from 1. */
  readonly aspectOf: (page: number) => Promise<number>
  /** Draws a page into a canvas so wide in CSS pixels. Resolves when it is drawn; ends early when `signal` is aborted. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal) => Promise<void>
  readonly close: () => Promise<void>
}

/** A canvas of more device pixels is drawn coarser, so that a large page costs no more than a small one. */
const mostPixels = 8_000_000

/** Opens a PDF from its bytes, which it takes over. Rejects where they are none. */
export async function openPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  GlobalWorkerOptions.workerSrc = new URL(workerAddress, document.baseURI).href
  const data = new URL('pdfjs/', document.baseURI).href
  const task = getDocument({
    data: bytes,
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    useWasm: false,
    enableXfa: false
  })
  const pdf: PDFDocumentProxy = await task.promise
  return {
    count: pdf.numPages,
    aspectOf: async number => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 })
      return height / width
    },
    draw: async (number, canvas, width, signal) => {
      const page = await pdf.getPage(number)
      if (signal.aborted) return
      const natural = page.getViewport({ scale: 1 })
      const wanted = (width / natural.width) * devicePixelRatio
      const most = Math.sqrt(mostPixels / (natural.width * natural.height))
      const viewport = page.getViewport({ scale: Math.min(wanted, most) })
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      const drawing = page.render({ canvas, viewport })
      const stop = (): void => drawing.cancel()
      signal.addEventListener('abort', stop, { once: true })
      try {
        await drawing.promise
      } catch (error) {
        if (!signal.aborted) throw error
      } finally {
        signal.removeEventListener('abort', stop)
        page.cleanup()
      }
    },
    close: () => task.destroy()
  }
}
