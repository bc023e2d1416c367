// Owns the tables `tag` and `article_tag`. Keeps the spelling a tag was first given; compares without case.
import type { Database } from 'better-sqlite3'

/** Reads and writes the tags of articles, by the articles' numbers. */
export interface TagRepository {
  /** The tags of each of these articles, by name; articles without tags are missing. */
  readonly findFor: (articleNumbers: readonly number[]) => ReadonlyMap<number, readonly string[]>
  /** Gives an article exactly these tags; see `removeUnused` for those that it no longer has. */
  readonly replace: (articleNumber: number, names: readonly string[]) => void
  /** Removes tags without articles. */
  readonly removeUnused: () => void
}

/** Prepares the statements. */
export function createTagRepository(database: Database): TagRepository {
  const selectFor = database.prepare<[string], { article_number: number; name: string }>(
    `SELECT article_tag.article_number, tag.name FROM article_tag JOIN tag ON tag.number = article_tag.tag_number
     WHERE article_tag.article_number IN (SELECT value FROM json_each(?)) ORDER BY tag.name`
  )
  const insertTag = database.prepare('INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING')
  const link = database.prepare(
    'INSERT OR IGNORE INTO article_tag (article_number, tag_number) SELECT ?, number FROM tag WHERE name = ?'
  )
  const unlinkAll = database.prepare('DELETE FROM article_tag WHERE article_number = ?')
  const removeUnused = database.prepare(
    'DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_number = tag.number)'
  )
  return {
    findFor: articleNumbers => {
      const tags = new Map<number, string[]>()
      for (const row of selectFor.all(JSON.stringify(articleNumbers))) {
        const names = tags.get(row.article_number)
        if (names) names.push(row.name)
        else tags.set(row.article_number, [row.name])
      }
      return tags
    },
    replace: (articleNumber, names) => {
      unlinkAll.run(articleNumber)
      for (const name of names) {
        insertTag.run(name)
        link.run(articleNumber, name)
      }
    },
    removeUnused: () => {
      removeUnused.run()
    }
  }
}
