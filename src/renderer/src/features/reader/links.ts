// Owns what a link in an article may lead to. Pure; opens nothing.
import { articleIdSchema, type ArticleId } from '@shared/model/common'
import * as v from 'valibot'
import { detailsAttribute, relatedArticleAttribute } from './renderArticle'

/** Where a link leads: a place in the same article, another article, outside (after asking), its details, or nowhere. */
export type LinkTarget =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'article'; readonly articleId: ArticleId }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'details' }
  | { readonly kind: 'nothing' }

/** Where a link leads, by its attributes as they stand in the markup, never as the browser resolved them. */
export function linkTarget(link: Pick<Element, 'getAttribute'>): LinkTarget {
  const articleId = v.safeParse(articleIdSchema, link.getAttribute(relatedArticleAttribute))
  if (articleId.success) return { kind: 'article', articleId: articleId.output }
  if (link.getAttribute(detailsAttribute) !== null) return { kind: 'details' }
  const href = (link.getAttribute('href') ?? '').trim()
  if (href.startsWith('#')) return href.length > 1 ? { kind: 'place', id: decode(href.slice(1)) } : { kind: 'nothing' }
  if (!URL.canParse(href)) return { kind: 'nothing' }
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol)
    ? { kind: 'outside', url: url.href }
    : { kind: 'nothing' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
