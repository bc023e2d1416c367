import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/errors'
import { requestChannels } from '@shared/ipc/channels'
import type { RequestHandlers } from '@shared/ipc/contract'
import { defaultSettings } from '@shared/model/settings'
import { createRouter } from '../../../src/main/ipc/router'

/** Handlers that record their calls; each test names what the ones it asks give back. */
function createRecorder(answers: Partial<Record<string, () => unknown>> = {}) {
  const calls: string[] = []
  const handlers = Object.fromEntries(
    requestChannels.map(channel => [
      channel,
      () => {
        calls.push(channel)
        return answers[channel]?.() ?? null
      }
    ])
  ) as unknown as RequestHandlers
  const logged: string[] = []
  const router = createRouter({ handlers, checksOutput: true, log: message => logged.push(message) })
  return { router, calls, logged }
}

describe('createRouter', () => {
  it('refuses a sender that is not trusted before it looks at anything', async () => {
    const { router, calls } = createRecorder()
    const answer = await router.dispatch('library:emptyTrash', {}, false)
    expect({ answer, calls }).toMatchObject({ answer: { kind: 'error', error: { code: 'sender_refused' } }, calls: [] })
  })

  it.each([undefined, null, 42, {}, '__proto__', 'constructor', 'library:', 'LIBRARY:emptyTrash'])(
    'knows no request %j',
    async channel => {
      const { router, calls } = createRecorder()
      expect(await router.dispatch(channel, {}, true)).toMatchObject({ error: { code: 'unknown_channel' } })
      expect(calls).toEqual([])
    }
  )

  it('calls no handler with an input that its schema refuses', async () => {
    const { router, calls } = createRecorder()
    const inputs = [undefined, null, {}, { articleId: '../x' }, { articleId: 'a'.repeat(99) }, { articleId: ['a'] }]
    const answers = await Promise.all(inputs.map(input => router.dispatch('library:getArticle', input, true)))
    expect(answers.map(answer => answer.kind === 'error' && answer.error.code)).toEqual(
      inputs.map(() => 'invalid_input')
    )
    expect(calls).toEqual([])
  })

  it('gives an expected failure its code and words, and logs nothing', async () => {
    const { router, logged } = createRecorder({
      'library:undo': () => {
        throw new AppError('nothing_to_undo', 'There is nothing to undo')
      }
    })
    expect(await router.dispatch('library:undo', {}, true)).toEqual({
      kind: 'error',
      error: { code: 'nothing_to_undo', message: 'There is nothing to undo' }
    })
    expect(logged).toEqual([])
  })

  it('turns any other failure into internal, and logs it', async () => {
    const { router, logged } = createRecorder({
      'library:undo': () => {
        throw new TypeError('x is not a function')
      }
    })
    expect(await router.dispatch('library:undo', {}, true)).toMatchObject({ error: { code: 'internal' } })
    expect(logged).toEqual(['library:undo failed'])
  })

  it('finds an output that breaks the contract', async () => {
    const { router } = createRecorder({ 'settings:get': () => ({ ...defaultSettings, fontSize: 900 }) })
    expect(await router.dispatch('settings:get', {}, true)).toMatchObject({ error: { code: 'invalid_output' } })
  })

  it('gives the handler’s value', async () => {
    const { router } = createRecorder({ 'settings:get': () => defaultSettings })
    expect(await router.dispatch('settings:get', {}, true)).toEqual({ kind: 'ok', value: defaultSettings })
  })

  it('answers anything on any channel with an envelope', async () => {
    const { router } = createRecorder()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...requestChannels), fc.string()),
        fc.anything(),
        async (channel, input) => {
          const answer = await router.dispatch(channel, input, true)
          expect(['ok', 'error']).toContain(answer.kind)
        }
      ),
      { numRuns: 500, seed: 7 }
    )
  })
})
