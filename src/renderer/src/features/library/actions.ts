// Owns what a person does to articles: states, tags, corrections, undo. Sends the request and says what was done.
import type { ArticleCorrection, ReadOptions, StateChange, TagChange } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import type { ActionResult } from '@shared/model/library'
import type { Client } from '../../bridge/client'
import type { Messages } from '../../app/messages'

/** Everything that can be done to articles. Each resolves when it is done and said, whether it went well or not. */
export interface LibraryActions {
  readonly changeStates: (articleIds: readonly ArticleId[], change: StateChange) => Promise<void>
  readonly changeTags: (articleIds: readonly ArticleId[], change: TagChange) => Promise<void>
  /** Resolves to true where the correction was taken. */
  readonly correct: (articleId: ArticleId, correction: ArticleCorrection) => Promise<boolean>
  /** Shows another version of an article; resolves to true where it is shown. */
  readonly showVersion: (articleId: ArticleId, version: number) => Promise<boolean>
  /** Reads an article's original in another way; resolves to true where that went well. */
  readonly readAgain: (articleId: ArticleId, options: ReadOptions) => Promise<boolean>
  readonly deleteForGood: (articleIds: readonly ArticleId[]) => Promise<void>
  readonly emptyTrash: () => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Makes the actions of one window. */
export function createLibraryActions(client: Client, messages: Messages): LibraryActions {
  const undo = async (): Promise<void> => {
    try {
      messages.undone(await client.request('library:undo', {}), redo)
    } catch (error) {
      messages.failed(error)
    }
  }
  const redo = async (): Promise<void> => {
    try {
      messages.redone(await client.request('library:redo', {}), undo)
    } catch (error) {
      messages.failed(error)
    }
  }
  const act = async (request: Promise<ActionResult>): Promise<boolean> => {
    try {
      messages.done(await request, undo)
      return true
    } catch (error) {
      messages.failed(error)
      return false
    }
  }
  const remove = async (request: Promise<{ deleted: number }>): Promise<void> => {
    try {
      messages.deleted((await request).deleted)
    } catch (error) {
      messages.failed(error)
    }
  }

  return {
    undo,
    redo,
    changeStates: async (articleIds, change) => {
      if (articleIds.length === 0) return
      await act(client.request('library:changeStates', { articleIds: [...articleIds], change }))
    },
    changeTags: async (articleIds, change) => {
      if (articleIds.length === 0 || change.add.length + change.remove.length === 0) return
      await act(client.request('library:changeTags', { articleIds: [...articleIds], change }))
    },
    correct: (articleId, correction) => act(client.request('library:correctArticle', { articleId, correction })),
    showVersion: (articleId, version) => act(client.request('library:showVersion', { articleId, version })),
    readAgain: (articleId, options) => act(client.request('importing:readAgain', { articleId, options })),
    deleteForGood: articleIds => remove(client.request('library:deleteArticles', { articleIds: [...articleIds] })),
    emptyTrash: () => remove(client.request('library:emptyTrash', {}))
  }
}
