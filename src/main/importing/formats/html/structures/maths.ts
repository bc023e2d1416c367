// Owns how formulas of pages are kept: as the TeX that they were written in, or as a line of text. Draws nothing.
import type { PageDocument, PageElement } from '../../../markup/dom'

/** The class of a formula in the library's markup. */
export const mathsClass = 'maths'

const typeset = '.katex-display,.katex,mjx-container,.mwe-math-element,.MathJax_Display,.MathJax,.MathJax_SVG'
const teXScript = 'script[type^="math/tex"]'
const annotation = 'annotation[encoding*="tex" i]'
const formulaImage = 'img.latex,img.tex,img.mathtex,img[class*="mwe-math"],img[class*="latex"],img[class*="equation"]'

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

/** How an element of MathML and its parts are written in one line. */
const layouts: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  mfrac: ([over = '', under = '']) => `(${over})/(${under})`,
  msup: ([base = '', above = '']) => `${base}^${above}`,
  msub: ([base = '', below = '']) => `${base}_${below}`,
  msubsup: ([base = '', below = '', above = '']) => `${base}_${below}^${above}`,
  munder: ([base = '', below = '']) => `${base}_${below}`,
  mover: ([base = '', above = '']) => `${base}^${above}`,
  munderover: ([base = '', below = '', above = '']) => `${base}_${below}^${above}`,
  msqrt: parts => `√(${parts.join('')})`,
  mroot: ([base = '', degree = '']) => `${degree}√(${base})`,
  mtr: parts => `${parts.join(' ')}; `
}

/** MathML in a line. Depth is bounded by the guard that parsed the page. Source: MathML Core, section 3. */
function writeMathMl(element: PageElement): string {
  if (element.localName === 'annotation' || element.localName === 'annotation-xml') return ''
  const children = [...element.children]
  if (children.length === 0) return textOf(element)
  const parts = children.map(writeMathMl)
  return layouts[element.localName]?.(parts) ?? parts.join(' ').replace(/\s+/g, ' ')
}

/** The argument of an address whose service draws formulas from TeX, or null. */
function teXOfAddress(address: string): string | null {
  if (!/%5C|\\/i.test(address)) return null
  try {
    const decoded = decodeURIComponent(address.replace(/\+/g, '%20'))
    const argument = /(?:[?&](?:chl|tex|latex|eq)=|\?|\/)(\\[a-z][^&#]*)(?:[&#].*)?$/i.exec(decoded)?.[1]
    return argument?.trim() ?? null
  } catch {
    return null
  }
}

function teXOf(element: PageElement): string | null {
  const stated = element.querySelector(annotation)?.textContent.trim()
  if (stated) return stated
  const math = element.localName === 'math' ? element : element.querySelector('math')
  const alternative = math?.getAttribute('alttext') ?? element.querySelector('img[alt]')?.getAttribute('alt')
  if (alternative?.trim()) return alternative.trim()
  return math ? writeMathMl(math).trim() : null
}

function write(document: PageDocument, element: PageElement, teX: string): void {
  const code = document.createElement('code')
  code.setAttribute('class', mathsClass)
  code.textContent = teX.replace(/\s+/g, ' ')
  element.replaceWith(code)
}

/** Puts every formula below `root` down as `code.maths`. */
export function keepMaths(document: PageDocument, root: PageElement): void {
  const scripts = [...root.querySelectorAll(teXScript)]
  if (scripts.length > 0) {
    for (const shown of root.querySelectorAll('.MathJax_Preview,.MathJax_Display,.MathJax,.MathJax_SVG')) shown.remove()
    for (const script of scripts) if (/\S/.test(script.textContent)) write(document, script, script.textContent.trim())
  }
  for (const element of [...root.querySelectorAll(typeset), ...root.querySelectorAll('math')]) {
    if (element.parentElement === null || element.closest(`code.${mathsClass}`)) continue
    if (!root.contains(element)) continue
    const teX = teXOf(element)
    if (teX) write(document, element, teX)
  }
  for (const image of root.querySelectorAll('img')) {
    const alternative = image.getAttribute('alt')?.trim()
    const teX = teXOfAddress(image.getAttribute('src') ?? '') ?? (image.matches(formulaImage) ? alternative : null)
    if (teX) write(document, image, teX)
  }
}
