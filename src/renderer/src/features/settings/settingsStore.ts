// Owns the settings as this window knows them: applied at once, saved a little later. Knows no screen.
import type { Settings, SettingsChange } from '@shared/model/settings'
import { create, type StoreApi, type UseBoundStore } from 'zustand'

/** What the store needs: how to save, how to say that saving failed, and a timer (milliseconds). */
export interface SettingsStoreDependencies {
  readonly initial: Settings
  readonly save: (change: SettingsChange) => Promise<Settings>
  readonly onFailure: (error: unknown) => void
  readonly delayMs: number
}

/** The settings of this window. */
export interface SettingsStore {
  /** The React hook, and by `getState` the value. */
  readonly use: UseBoundStore<StoreApi<Settings>>
  /** Applies a change now and saves it after a pause, joined with the others made meanwhile. */
  readonly change: (change: SettingsChange) => void
  /** Takes over what the host says, except for what is still to be saved here. */
  readonly receive: (settings: Settings) => void
  /** Saves what is waiting, now. */
  readonly flush: () => Promise<void>
}

/** Makes the settings of one window. */
export function createSettingsStore(dependencies: SettingsStoreDependencies): SettingsStore {
  const use = create<Settings>(() => dependencies.initial)
  let waiting: SettingsChange = {}
  let sending: SettingsChange = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    if (Object.keys(waiting).length === 0) return
    sending = waiting
    waiting = {}
    try {
      await dependencies.save(sending)
    } catch (error) {
      dependencies.onFailure(error)
    } finally {
      sending = {}
    }
  }

  return {
    use,
    flush,
    change: change => {
      use.setState(merge(use.getState(), change))
      waiting = { ...waiting, ...change }
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), dependencies.delayMs)
    },
    // An answer may be older than what was changed since it was sent, so what is under way wins.
    receive: settings => use.setState(merge(settings, { ...sending, ...waiting }))
  }
}

/** The settings with a change applied; an undefined value changes nothing. */
function merge(settings: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) }
}
