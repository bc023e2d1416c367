// Owns the peer of the page benchmark, in a thread: jsdom, Readability and DOMPurify as their documentation joins them.
import { parentPort } from 'node:worker_threads'
import { Readability } from '@mozilla/readability'
import createPurifier from 'dompurify'
import { JSDOM } from 'jsdom'

/** The safe markup of a page's article. */
function readPage(html: string): string {
  const { window } = new JSDOM(html, { url: 'https://page.example/' })
  const article = new Readability(window.document).parse()
  const markup = createPurifier(window as never).sanitize(article?.content ?? '')
  window.close()
  return markup
}

parentPort?.on('message', (html: string) => parentPort?.postMessage(readPage(html).length, []))
