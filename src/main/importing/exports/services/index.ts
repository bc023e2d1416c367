// Owns the list of the services whose exports can be read. The first that knows a file by its structure reads it.
import { bookmarkFile } from './bookmarks'
import { karakeepBookmarks, linkwardenCollections, pinboardPosts } from './collections'
import { instapaperPage, instapaperTable } from './instapaper'
import { omnivoreMetadata } from './omnivore'
import { pocketAnswer, pocketPage, pocketTable } from './pocket'
import { readerLibrary, readwiseHighlights } from './readwise'
import type { BookmarkService, CsvService, JsonService } from './service'
import { matterTable, raindropTable, wallabagTable } from './tables'
import { wallabagEntries } from './wallabag'

export const csvServices: readonly CsvService[] = [
  pocketTable,
  wallabagTable,
  readerLibrary,
  readwiseHighlights,
  raindropTable,
  matterTable,
  instapaperTable
]
export const jsonServices: readonly JsonService[] = [
  omnivoreMetadata,
  wallabagEntries,
  pinboardPosts,
  karakeepBookmarks,
  linkwardenCollections,
  pocketAnswer
]
export const bookmarkServices: readonly BookmarkService[] = [pocketPage, instapaperPage, bookmarkFile]
