// Owns the use cases of the library's lists, articles and actions. Knows no table and no window.
import type { RequestHandlers } from '@shared/ipc/contract'
import type { ArticleId } from '@shared/model/common'
import type { Library } from '../library/library'
import { removeDiscarded } from './removeDiscarded'

/** The requests of this area. */
export type LibraryHandlers = Pick<RequestHandlers, Extract<keyof RequestHandlers, `library:${string}`>>

type Log = (message: string, error: unknown) => void

/** Articles in Trash are kept for so many milliseconds: 30 days. */
export const trashGraceMs = 30 * 24 * 60 * 60 * 1000

/** Makes the handlers. */
export function createLibraryHandlers(library: Library, log: Log): LibraryHandlers {
  const { articles, lists, actions, changes, versions } = library

  const deleteForGood = async (articleIds: readonly ArticleId[]): Promise<{ deleted: number }> => {
    const deleted = articles.deleteForGood(articleIds)
    if (deleted > 0) changes.announce({ reason: 'deleted', articleIds })
    await removeDiscarded(library, log)
    return { deleted }
  }

  return {
    'library:listArticles': ({ view, order, offset, limit }) => lists.page(view, order, offset, limit),
    'library:locateArticle': ({ view, order, articleId }) => ({
      index: lists.findIndex(view, order, articleId) ?? null
    }),
    'library:countArticles': () => lists.counts(),
    'library:getArticle': ({ articleId }) => articles.get(articleId),
    'library:changeStates': ({ articleIds, change, isAutomatic }) =>
      actions.changeStates(articleIds, change, { isAutomatic }),
    'library:changeTags': ({ articleIds, change }) => actions.changeTags(articleIds, change),
    'library:correctArticle': ({ articleId, correction }) => actions.correct(articleId, correction),
    'library:saveProgress': ({ articleId, progress }) => {
      articles.saveProgress(articleId, progress)
      changes.announce({ reason: 'progress', articleIds: [articleId] })
      return null
    },
    'library:listVersions': ({ articleId }) => [...versions.list(articleId)],
    'library:getVersion': ({ articleId, version }) => versions.get(articleId, version),
    'library:showVersion': ({ articleId, version }) => actions.showVersion(articleId, version),
    'library:deleteArticles': ({ articleIds }) => deleteForGood(articleIds),
    'library:emptyTrash': () => deleteForGood(articles.trashedIds(Number.MAX_SAFE_INTEGER)),
    'library:undo': () => actions.undo(),
    'library:redo': () => actions.redo()
  }
}

/** Deletes what has lain in Trash for longer than its days of grace. */
export async function emptyOldTrash(library: Library, now: number, log: Log): Promise<void> {
  const articleIds = library.articles.trashedIds(now - trashGraceMs)
  if (articleIds.length > 0 && library.articles.deleteForGood(articleIds) > 0) {
    library.changes.announce({ reason: 'deleted', articleIds })
  }
  await removeDiscarded(library, log)
}
