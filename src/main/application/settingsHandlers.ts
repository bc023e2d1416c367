// Owns the use cases of settings.
import type { EmitEvent, RequestHandlers } from '@shared/ipc/contract'
import type { Settings } from '@shared/model/settings'
import type { Library } from '../library/library'

/** The requests of this area. */
export type SettingsHandlers = Pick<RequestHandlers, Extract<keyof RequestHandlers, `settings:${string}`>>

/** Makes the handlers. */
export function createSettingsHandlers(library: Library, emit: EmitEvent): SettingsHandlers {
  return {
    'settings:get': () => library.settings.get(),
    'settings:change': ({ change }) => {
      const settings = library.settings.change(change)
      // A person who wants less kept means what is kept now, too.
      if (change.searchHistoryLength !== undefined) library.searchHistory.shorten(change.searchHistoryLength)
      emit('settings:changed', settings)
      return settings
    }
  }
}

/** The language of the interface: the one chosen, or the desktop's where it is Indonesian, or English. */
export function interfaceLanguage(settings: Settings, systemLocale: string): 'en' | 'id' {
  if (settings.interfaceLanguage !== 'system') return settings.interfaceLanguage
  return /^(id|in)\b/i.test(systemLocale) ? 'id' : 'en'
}
