// Owns what a person does to saved searches: keep, change, delete, sort. Sends the request and says what was done.
import type { SavedSearch, SavedSearchId, SavedSearchText } from '@shared/model/savedSearch'
import type { Messages } from '../../app/messages'
import type { Client } from '../../bridge/client'

/** Everything that can be done to saved searches. Each resolves when it is done and said, whether it went well or not. */
export interface SavedSearchActions {
  /** Resolves to what was saved, or to null where that failed. */
  readonly save: (text: SavedSearchText) => Promise<SavedSearch | null>
  /** Resolves to what it is now, or to null where that failed. */
  readonly change: (id: SavedSearchId, change: Partial<SavedSearchText>) => Promise<SavedSearch | null>
  /** Deletes one and offers to bring it back to its place. */
  readonly remove: (saved: SavedSearch) => Promise<void>
  readonly reorder: (ids: readonly SavedSearchId[]) => Promise<void>
}

/** What the actions need. Texts are asked for anew each time, as the language may change. */
export interface SavedSearchDependencies {
  readonly client: Client
  readonly messages: Messages
  readonly texts: {
    readonly saved: (name: string) => string
    readonly deleted: (name: string) => string
    readonly undo: () => string
  }
}

/** Makes the actions of one window. */
export function createSavedSearchActions({ client, messages, texts }: SavedSearchDependencies): SavedSearchActions {
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work()
    } catch (error) {
      messages.failed(error)
      return null
    }
  }
  const bringBack = async ({ id, ...text }: SavedSearch, ids: readonly SavedSearchId[]): Promise<void> => {
    const again = await client.request('search:save', text)
    await client.request('search:reorderSaved', { ids: ids.map(each => (each === id ? again.id : each)) })
  }

  return {
    save: text =>
      attempt(async () => {
        const saved = await client.request('search:save', text)
        messages.say(texts.saved(saved.name))
        return saved
      }),
    change: (id, change) => attempt(() => client.request('search:changeSaved', { id, change })),
    remove: async saved => {
      await attempt(async () => {
        const before = await client.request('search:listSaved', {})
        await client.request('search:deleteSaved', { id: saved.id })
        const ids = before.map(({ id }) => id)
        const run = (): void => void attempt(() => bringBack(saved, ids))
        messages.say(texts.deleted(saved.name), { label: texts.undo(), run })
      })
    },
    reorder: async ids => {
      await attempt(() => client.request('search:reorderSaved', { ids: [...ids] }))
    }
  }
}
