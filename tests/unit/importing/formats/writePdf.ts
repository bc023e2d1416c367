// Writes PDF files by hand: pages of text at places that a test gives, and any other objects.

/** Text at a place: points from the page's lower left corner. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** Objects by number, in the syntax of the format; the catalog is number 1, its page tree number 2, the font number 3. */
export type PdfObjects = Readonly<Record<number, string | Buffer>>

/** A file of objects, with its table of their places. */
export function joinPdf(objects: PdfObjects, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets = new Map<number, number>()
  let length = parts[0]?.length ?? 0
  for (const [number, content] of Object.entries(objects)) {
    offsets.set(Number(number), length)
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(content as string),
      Buffer.from('\nendobj\n')
    ])
    parts.push(object)
    length += object.length
  }
  const size = Math.max(...offsets.keys()) + 1
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** A stream object. */
export function pdfStream(content: Buffer | string, entries = ''): Buffer {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream')
  ])
}

/** The objects of a document with these pages; `more` replaces or adds. */
export function pdfObjects(pages: readonly (readonly PlacedText[])[], more: PdfObjects = {}): PdfObjects {
  const objects: Record<number, string | Buffer> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')}] >>`,
    3: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  }
  pages.forEach((texts, index) => {
    const shown = texts.map(({ x, y, text, size = 10 }) => {
      const escaped = text.replace(/[\\()]/g, '\\$&')
      return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`
    })
    objects[10 + index * 2] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${11 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`
    objects[11 + index * 2] = pdfStream(Buffer.from(shown.join('\n'), 'latin1'))
  })
  return { ...objects, ...more }
}

/** Lines of text below each other from `y` down. */
export function textLines(lines: readonly string[], { x = 50, y = 500, size = 10, leading = 12 } = {}): PlacedText[] {
  return lines.map((text, index) => ({ x, y: y - index * leading, text, size }))
}
