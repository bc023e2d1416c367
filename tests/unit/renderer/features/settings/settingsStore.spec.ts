import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type Settings, type SettingsChange } from '@shared/model/settings'
import { createSettingsStore } from '../../../../../src/renderer/src/features/settings/settingsStore'

function storeWith(save: (change: SettingsChange) => Promise<Settings>) {
  const failures: unknown[] = []
  const store = createSettingsStore({
    initial: defaultSettings,
    save,
    onFailure: error => failures.push(error),
    delayMs: 300
  })
  return { store, failures }
}

describe('settingsStore', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says that saving failed, and keeps the change on screen', async () => {
    const { store, failures } = storeWith(() => Promise.reject(new Error('disk full')))
    store.change({ fontSize: 22 })
    await store.flush()
    expect({ size: store.use.getState().fontSize, failures: failures.length }).toEqual({ size: 22, failures: 1 })
  })

  it('saves a burst of changes once, each with its last value', async () => {
    const saved: SettingsChange[] = []
    const { store } = storeWith(change => {
      saved.push(change)
      return Promise.resolve(defaultSettings)
    })
    store.change({ sidebarWidth: 230 })
    store.change({ sidebarWidth: 240 })
    store.change({ theme: 'sepia' })
    await vi.advanceTimersByTimeAsync(300)
    expect(saved).toEqual([{ sidebarWidth: 240, theme: 'sepia' }])
  })

  it('does not let an older answer of the host undo what is still to be saved', () => {
    const { store } = storeWith(() => Promise.resolve(defaultSettings))
    store.change({ fontSize: 24 })
    store.receive({ ...defaultSettings, fontSize: 20, theme: 'dark' })
    expect(store.use.getState()).toMatchObject({ fontSize: 24, theme: 'dark' })
  })

  it('has nothing to save before anything was changed', async () => {
    const saved: SettingsChange[] = []
    const { store } = storeWith(change => {
      saved.push(change)
      return Promise.resolve(defaultSettings)
    })
    await store.flush()
    expect(saved).toEqual([])
  })
})
