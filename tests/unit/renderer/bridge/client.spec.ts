import { describe, expect, it } from 'vitest'
import type { Bridge } from '@shared/ipc/bridge'
import { AppError } from '@shared/errors'
import { errorEnvelope, okEnvelope } from '@shared/ipc/envelope'
import { createClient } from '../../../../src/renderer/src/bridge/client'

function bridge(change: Partial<Bridge>): Bridge {
  return {
    request: async () => okEnvelope(null),
    subscribe: () => () => {},
    pathForFile: () => '',
    upload: async () => okEnvelope({ uploadId: 'u1' }),
    resourceBase: '/resource/',
    ...change
  }
}

describe('client', () => {
  it('throws the failure inside an envelope, with its code', async () => {
    const client = createClient(bridge({ request: async () => errorEnvelope(new AppError('disk_full', 'full')) }))
    await expect(client.request('library:undo', {})).rejects.toMatchObject({ name: 'AppError', code: 'disk_full' })
  })

  it('throws for an answer that is no envelope', async () => {
    const client = createClient(bridge({ request: async () => undefined as never }))
    await expect(client.request('library:undo', {})).rejects.toMatchObject({ code: 'internal' })
  })

  it('gives the value inside an envelope', async () => {
    const client = createClient(bridge({ request: async (channel, input) => okEnvelope([channel, input]) }))
    expect(await client.request('library:undo', {})).toEqual(['library:undo', {}])
  })

  it('knows no path where the host gives an empty one', () => {
    expect(createClient(bridge({})).pathForFile(new File([], 'a.txt'))).toBeNull()
  })
})
