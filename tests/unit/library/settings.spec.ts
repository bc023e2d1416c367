import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@shared/model/settings'
import { openTestLibrary } from '../support/testLibrary'

describe('settings', () => {
  it('are the defaults where a stored one is broken, and keep the others', () => {
    const { library, folder } = openTestLibrary()
    library.settings.change({ fontSize: 24, theme: 'sepia' })
    const database = new SqliteDatabase(join(folder, 'library.db'))
    database.prepare(`UPDATE setting SET value = 'not json' WHERE key = 'fontSize'`).run()
    database.close()
    expect(library.settings.get()).toEqual({ ...defaultSettings, theme: 'sepia' })
  })

  it('change one by one', () => {
    const { library } = openTestLibrary()
    expect(library.settings.change({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(library.settings.change({ fontSize: 21 })).toEqual({ ...defaultSettings, theme: 'dark', fontSize: 21 })
  })

  it('keep values of the host apart', () => {
    const { library } = openTestLibrary()
    expect(library.settings.readHostValue('window')).toBeUndefined()
    library.settings.writeHostValue('window', { isMaximized: true })
    expect(library.settings.readHostValue('window')).toEqual({ isMaximized: true })
    expect(library.settings.get()).toEqual(defaultSettings)
  })
})
