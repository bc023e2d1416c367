// Owns the step of the build that puts pdfjs's character maps and standard fonts beside the bundles: where the PDF importer
// looks for them (formats/pdf/pdfData.ts), and where the window does (features/reader/pdf/openPdfPages.ts). Their licences lie in the same folders.
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @returns {{ name: string, writeBundle(options: { dir?: string }): void }} */
export function copyPdfData() {
  return {
    name: 'lontar-pdf-data',
    writeBundle({ dir }) {
      const source = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      for (const folder of ['cmaps', 'standard_fonts']) {
        cpSync(join(source, folder), join(dir ?? 'out/main', 'pdfjs', folder), { recursive: true })
      }
    }
  }
}
