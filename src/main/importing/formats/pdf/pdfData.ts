// Owns the files that pdfjs needs beside its code: character maps and the metrics of standard fonts. Opens no other file.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder below which `cmaps` and `standard_fonts` lie: beside the bundle, or in the package in a checkout. */
function findDataFolder(): string | null {
  const beside = ['./pdfjs/', '../pdfjs/'].map(folder => fileURLToPath(new URL(folder, import.meta.url)))
  const bundled = beside.find(folder => existsSync(join(folder, 'cmaps')))
  if (bundled) return bundled
  try {
    return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  } catch {
    return null
  }
}

const folders: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' }
let dataFolder: string | null | undefined

/** Gives pdfjs those files by their plain names, and nothing else: no address is ever asked. */
export class PdfDataFactory {
  /** A file's bytes. Rejects for any other name; pdfjs then goes on without. */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    dataFolder ??= findDataFolder()
    const folder = folders[kind]
    if (dataFolder === null || folder === undefined || !/^[\w-]+(?:\.\w+)?$/.test(filename)) {
      throw new Error(`There is no file ${filename} for ${kind}`)
    }
    return new Uint8Array(await readFile(join(dataFolder, folder, filename)))
  }
}
