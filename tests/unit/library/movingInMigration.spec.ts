// The second step of the schema, from a library of the first with everything in it.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { ArticleId, ImportId } from '@shared/model/common'
import { openLibrary } from '../../../src/main/library/library'
import { migrations } from '../../../src/main/library/migrations'
import { temporaryFolder } from '../support/temporaryFolder'

const sha256 = 'a'.repeat(64)

/** A library as the first version of the schema kept it. */
function writeFirstLibrary(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const database = new SqliteDatabase(join(folder, 'library.db'))
  migrations[0]?.migrate(database)
  database.pragma('user_version = 1')
  database.exec(`
    INSERT INTO original VALUES ('${sha256}', '.html', 10, 1);
    INSERT INTO import (id, state, started_at, owner, alive_at) VALUES ('i1', 'running', 1, 999999999, 1);
    INSERT INTO article (id, original_sha256, import_number, file_name, source_path, format, title, title_key, direction, url,
      excerpt, word_count, reading_minutes, imported_at, changed_at)
    VALUES ('a1', '${sha256}', 1, 'a.html', '/a.html', 'html', 'Judul', 'judul', 'ltr',
      'https://www.contoh.id/judul/?utm_source=x#y', 'Isi', 2, 1, 5, 5);
    INSERT INTO content (article_number, html, text, outline, inferred, warnings, removed)
    VALUES (1, '<p>Isi lama</p>', 'Isi lama', '[]', '{}', '[]',
      '{"scripts":0,"frames":0,"forms":0,"remoteImages":0,"eventHandlers":0}');
    INSERT INTO import_entry VALUES (1, 0, '/a.html', 'imported', 'a1', 'html', 'Judul', NULL, NULL, '[]');
    INSERT INTO action (kind, done_at, article_count, before, after) VALUES ('star', 1, 1,
      '[{"id":"a1","isStarred":false}]', '[{"id":"a1","isStarred":true}]');
  `)
  database.close()
}

it('keeps everything of a library of the first version, and copies it before', () => {
  const folder = temporaryFolder()
  writeFirstLibrary(folder)
  const library = openLibrary({ folder, now: () => 100 })
  try {
    const articleId = 'a1' as ArticleId
    expect(library.articles.get(articleId)).toMatchObject({
      title: 'Judul',
      text: 'Isi lama',
      version: 1,
      versionCount: 1,
      annotations: [],
      records: [],
      removed: { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 },
      source: { part: '', options: {} }
    })
    expect(library.matches.findMeant('http://contoh.id/judul', null)?.articleId).toBe(articleId)
    expect(library.imports.getReceipt('i1' as ImportId, null, 0, 10).entries).toMatchObject([
      { path: '/a.html', canRetry: false }
    ])
    expect(library.imports.markInterrupted(() => false)).toBe(1)
    expect(library.imports.listUnfinished()).toEqual([])
    expect(library.actions.undo()).toMatchObject({ kind: 'star', articleCount: 1 })
    expect(existsSync(join(folder, 'backups', 'before-version-2.db'))).toBe(true)
  } finally {
    library.close()
  }
})
