import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Bridge } from '@shared/ipc/bridge'
import { errorEnvelope, okEnvelope } from '@shared/ipc/envelope'
import { AppError } from '@shared/errors'
import { createClient } from '../../../../../src/renderer/src/bridge/client'
import {
  fetchIds,
  fetchRow,
  pageOptions,
  type ListSource
} from '../../../../../src/renderer/src/features/library/listSource'

const source: ListSource = { kind: 'view', view: { kind: 'all' }, order: 'title' }

/** A host that holds so many articles, named by their place in the list, and counts how often it is asked. */
function hostOf(total: number) {
  const asked: unknown[] = []
  const bridge: Bridge = {
    request: async (channel, input) => {
      asked.push([channel, input])
      if (total < 0) return errorEnvelope(new AppError('disk_full', 'locked'))
      const { offset, limit } = input as { offset: number; limit: number }
      const length = Math.max(0, Math.min(limit, total - offset))
      return okEnvelope({ articles: Array.from({ length }, (_, index) => ({ id: `a${offset + index}` })), total })
    },
    subscribe: () => () => {},
    pathForFile: () => '',
    upload: async () => okEnvelope({ uploadId: 'u' }),
    resourceBase: '/resource/'
  }
  return { client: createClient(bridge), asked }
}

describe('listSource', () => {
  let queryClient: QueryClient
  beforeEach(() => {
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  })

  it('passes on why the host refused', async () => {
    await expect(fetchRow(queryClient, hostOf(-1).client, source, 0)).rejects.toMatchObject({ code: 'disk_full' })
  })

  it('gives null past the end of the list and before its beginning', async () => {
    const { client } = hostOf(3)
    expect([await fetchRow(queryClient, client, source, 3), await fetchRow(queryClient, client, source, -1)]).toEqual([
      null,
      null
    ])
  })

  it('asks for a page once while it is fresh, and again when it has grown stale', async () => {
    const { client, asked } = hostOf(250)
    await fetchRow(queryClient, client, source, 120)
    await fetchRow(queryClient, client, source, 199)
    await queryClient.invalidateQueries({ queryKey: ['articles'] })
    const row = await fetchRow(queryClient, client, source, 150)
    expect({ id: row?.article.id, times: asked.length }).toEqual({ id: 'a150', times: 2 })
  })

  it('reads the ids of a long range in bounded requests', async () => {
    const { client, asked } = hostOf(1_300)
    const ids = await fetchIds(client, source, 10, 1_209)
    expect({ first: ids[0], last: ids.at(-1), count: ids.length, times: asked.length }).toEqual({
      first: 'a10',
      last: 'a1209',
      count: 1_200,
      times: 3
    })
  })

  it('keeps the pages of different sources apart', () => {
    const { client } = hostOf(1)
    const search: ListSource = {
      kind: 'search',
      query: 'rivers',
      isTyping: true,
      order: 'relevance',
      groupSimilar: false
    }
    expect(pageOptions(client, source, 0).queryKey).not.toEqual(pageOptions(client, search, 0).queryKey)
  })
})
