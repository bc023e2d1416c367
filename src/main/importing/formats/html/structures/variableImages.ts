// Owns images whose data stand in the page's style as a variable, once for all their uses. Source: SingleFile's pages
import type { PageDocument } from '../../../markup/dom'

const definition = /(--sf-img-\d+)\s*:\s*url\(\s*"?(data:image\/[^")]+)"?\s*\)/g
const use = /var\(\s*(--sf-img-\d+)\s*\)/

/** Gives every such image its own address again. */
export function resolveVariableImages(document: PageDocument): void {
  const images = [...document.querySelectorAll('img[style*="--sf-img-"]')]
  if (images.length === 0) return
  const values = new Map<string, string>()
  for (const style of document.querySelectorAll('style')) {
    for (const [, name = '', value = ''] of style.textContent.matchAll(definition)) values.set(name, value)
  }
  for (const image of images) {
    const value = values.get(use.exec(image.getAttribute('style') ?? '')?.[1] ?? '')
    if (value !== undefined) image.setAttribute('src', value)
  }
}
