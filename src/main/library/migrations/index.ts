// Owns the list of migrations in their order. A released one is never edited or removed.
import { createLibrary } from './0001-library'
import { moveIn } from './0002-moving-in'
import { keepSearches } from './0003-searches'
import type { Migration } from './migration'

/** Every step of the schema, in order; the last one's version is the one that this program knows. */
export const migrations: readonly Migration[] = [createLibrary, moveIn, keepSearches]
