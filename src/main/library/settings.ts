// Owns a person's settings on disk. A value that does not parse counts as not set, so a broken one cannot stop the start.
import type { Database } from 'better-sqlite3'
import * as v from 'valibot'
import { defaultSettings, settingsSchema, type Settings } from '@shared/model/settings'

/** Some settings; an undefined one stays. */
export type ChangedSettings = { readonly [Key in keyof Settings]?: Settings[Key] | undefined }

/** Reads and writes settings. */
export interface SettingsRepository {
  readonly get: () => Settings
  /** Writes the given settings and gives all of them. */
  readonly change: (change: ChangedSettings) => Settings
  /** A value that only the host knows of, such as the window's bounds; undefined where it is missing or broken. */
  readonly readHostValue: (key: string) => unknown
  readonly writeHostValue: (key: string, value: unknown) => void
}

/** Prepares the statements. */
export function createSettingsRepository(database: Database): SettingsRepository {
  const selectAll = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting')
  const selectOne = database.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck()
  const upsert = database.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  )

  const get = (): Settings => {
    const stored = new Map(selectAll.all().map(row => [row.key, row.value]))
    const read = Object.entries(settingsSchema.entries).flatMap(([key, schema]) => {
      const parsed = v.safeParse(schema, parseJson(stored.get(key)))
      return parsed.success ? [[key, parsed.output] as const] : []
    })
    return { ...defaultSettings, ...Object.fromEntries(read) }
  }
  const change = database.transaction((changed: ChangedSettings) => {
    for (const [key, value] of Object.entries(changed)) {
      if (value !== undefined) upsert.run(key, JSON.stringify(value))
    }
  })

  return {
    get,
    change: changed => {
      change(changed)
      return get()
    },
    readHostValue: key => parseJson(selectOne.get(`host.${key}`)),
    writeHostValue: (key, value) => {
      upsert.run(`host.${key}`, JSON.stringify(value))
    }
  }
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
