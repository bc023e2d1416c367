// Owns the choice of a page's article among everything around it: the only importer of Readability. Sanitises nothing.
import { Readability } from '@mozilla/readability'
import { AppError } from '@shared/errors'
import { keepAlignment } from '../../markup/alignment'
import type { PageDocument, PageElement } from '../../markup/dom'

/** The article's element and what extraction learned beside it. */
export interface ExtractedArticle {
  readonly content: PageElement
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly publishedAt: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
}

const noArticle =
  'nav,header,footer,script,style,noscript,template,form,button,input,select,textarea,[hidden],[aria-hidden="true"]'

interface Parsed {
  readonly content: PageElement | null | undefined
  readonly title: string | null | undefined
  readonly byline: string | null | undefined
  readonly siteName: string | null | undefined
  readonly publishedTime: string | null | undefined
  readonly lang: string | null | undefined
  readonly dir: string | null | undefined
}

function runReadability(document: PageDocument): Parsed | null {
  const readability = new Readability<PageElement>(document as never, {
    serializer: (element: unknown) => element as PageElement,
    keepClasses: false
  })
  return readability.parse()
}

/** Everything of the page but what surely is no article. For pages that are too short or odd to be extracted. */
function takeWhole(body: PageElement): PageElement {
  keepAlignment(body)
  const content = body.querySelector('article') ?? body.querySelector('main') ?? body
  for (const element of content.querySelectorAll(noArticle)) element.remove()
  return content
}

const hasText = (element: PageElement): boolean => /\S/.test(element.textContent)

/**
 * Finds the article of a page. Changes `document`; `spare` is the same page once more, for when nothing is found in it.
 * Throws AppError `no_article_found` where the page has neither text nor image.
 */
export function extractArticle(document: PageDocument, spare: () => PageDocument): ExtractedArticle {
  keepAlignment(document.body)
  const parsed = runReadability(document)
  const extracted = parsed?.content
  const content = extracted && hasText(extracted) ? extracted : takeWhole(spare().body)
  if (!hasText(content) && content.querySelector('img') === null) {
    throw new AppError('no_article_found', 'The page holds no text that could be read as an article')
  }
  return {
    content,
    title: parsed?.title ?? null,
    byline: parsed?.byline ?? null,
    siteName: parsed?.siteName ?? null,
    publishedAt: parsed?.publishedTime ?? null,
    language: parsed?.lang ?? null,
    direction: parsed?.dir === 'rtl' || parsed?.dir === 'ltr' ? parsed.dir : null
  }
}
