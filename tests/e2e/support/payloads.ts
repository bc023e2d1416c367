// Owns the files that carry attacks into the library: pages, Markdown, saved pages and books around other people's payloads.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { page as bookPage, writeBook } from '../../unit/importing/formats/writeBook'

/** Where the payloads lie on some machines, beside the checkout. */
export const payloadFolder = resolve('../shared/data')

/** True where there are payloads to try. */
export const hasPayloads = existsSync(join(payloadFolder, 'sanitise-payloads.txt'))

const perFile = 20
/** Closes whatever a payload may have left open, so that it cannot hide the next one. */
const end =
  '\n<!-- --></script></style></title></textarea></noscript></template></xmp></iframe></noframes></noembed></select></svg></math></table></div>\n'
const paragraph =
  '<p>A quiet paragraph about the harbour, long enough to be taken for the article itself, with commas, pauses, and an end.</p>'

function readPayloads(): string[] {
  const list = readFileSync(join(payloadFolder, 'sanitise-dompurify/payloads.json'), 'utf8')
  const lines = readFileSync(join(payloadFolder, 'sanitise-payloads.txt'), 'utf8').split('\n')
  const payloads = (JSON.parse(list) as { readonly payload: string }[]).map(({ payload }) => payload)
  return [...payloads, ...lines.filter(line => line.trim() !== '')]
}

interface CarrierFile {
  readonly fileName: string
  readonly text: string | Uint8Array
}

const carriers: Readonly<Record<string, (title: string, body: string) => string | Uint8Array>> = {
  html: (title, body) =>
    `<!doctype html><html><head><title>${title}</title></head><body><article>${paragraph.repeat(4)}${body}${paragraph.repeat(4)}</article></body></html>`,
  md: (title, body) => `---\ntitle: ${title}\n---\n\nA quiet paragraph.\n\n${body}\n\nThe end.\n`,
  mhtml: (title, body) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://outside.invalid/${encodeURIComponent(title)}\r\nSubject: ${title}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----edge"\r\n\r\n------edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://outside.invalid/${encodeURIComponent(title)}\r\n\r\n${Buffer.from(
      `<title>${title}</title><body><article>${paragraph.repeat(4)}${body}${paragraph.repeat(4)}</article></body>`
    ).toString('base64')}\r\n------edge--\r\n`,
  epub: (title, body) =>
    writeBook({
      metadata: `<dc:title>${title}</dc:title><dc:language>en</dc:language>`,
      files: { 'one.xhtml': bookPage(`${paragraph}${body}${paragraph}`, title) }
    })
}

/** Files of every kind that hold all payloads, twenty a file, each under a title of its own. */
export function payloadFiles(): CarrierFile[] {
  const payloads = readPayloads()
  return Object.entries(carriers).flatMap(([kind, write]) =>
    Array.from({ length: Math.ceil(payloads.length / perFile) }, (_, index) => {
      const some = payloads.slice(index * perFile, (index + 1) * perFile)
      return {
        fileName: `payloads-${index}.${kind}`,
        text: write(`Payloads in ${kind} ${index}`, some.map(payload => `${payload}${end}`).join('\n'))
      }
    })
  )
}
