// Owns the way back and forward through the articles that were opened. Pure values, as a browser's history is.
import type { ArticleId } from '@shared/model/common'

/** How many steps back are kept. */
const maxSteps = 100

/** The articles opened, oldest first, and where in them the reader stands (-1: nowhere yet). */
export interface History {
  readonly articleIds: readonly ArticleId[]
  readonly position: number
}

/** Nothing opened yet. */
export const emptyHistory: History = { articleIds: [], position: -1 }

/** The history after opening an article: what lay ahead is forgotten; opening the same one again changes nothing. */
export function visit(history: History, articleId: ArticleId): History {
  if (history.articleIds[history.position] === articleId) return history
  const articleIds = [...history.articleIds.slice(0, history.position + 1), articleId].slice(-maxSteps)
  return { articleIds, position: articleIds.length - 1 }
}

/** The history one step back (-1) or forward (1), or null where there is no such step. */
export function step(history: History, direction: -1 | 1): History | null {
  const position = history.position + direction
  return position >= 0 && position < history.articleIds.length ? { ...history, position } : null
}

/** The article that the reader stands at. */
export function currentArticle(history: History): ArticleId | null {
  return history.articleIds[history.position] ?? null
}

/** The history without an article that no longer exists; where it was the current one, none is. */
export function forget(history: History, articleId: ArticleId): History {
  const current = currentArticle(history)
  const articleIds = history.articleIds.filter(each => each !== articleId)
  return { articleIds, position: current === null || current === articleId ? -1 : articleIds.lastIndexOf(current) }
}
