// Owns the question whether an article that comes in is in the library already, or means one that is. Changes nothing.
import type { Database } from 'better-sqlite3'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ArticleId } from '@shared/model/common'
import { addressKey } from './addressKey'
import { titleKey } from './titleKey'

/** An article of the library, as far as a match needs it. */
export interface KnownArticle {
  readonly number: number
  readonly articleId: ArticleId
  readonly title: string
  readonly format: ImportedArticle['format']
  readonly isTrashed: boolean
}

/** What is asked of an article that comes in without an original of its own in the library. */
export interface MatchQuestion {
  readonly url: string | null
  readonly title: string
  readonly sourcePath: string | null
  readonly part: string
  readonly text: string
}

/** Finds articles. */
export interface ArticleMatches {
  /**
   * The article that has this original, as its shown version or an older one. With an address, one of another address is
   * another article: services write the same page for whatever they could not fetch.
   */
  readonly findByOriginal: (sha256: string, part: string, url?: string | null) => KnownArticle | undefined
  /** Whether an article has this original, as its shown version or an older one. */
  readonly hasOriginal: (articleNumber: number, sha256: string, part: string) => boolean
  /** The article that this entry of this export became. */
  readonly findByRecord: (sha256: string, key: string) => KnownArticle | undefined
  /**
   * The article of which this is a newer version: one of the same file or address with something of the same text, or a
   * stub of the same address or title.
   */
  readonly findEarlier: (question: MatchQuestion) => KnownArticle | undefined
  /** The article that an entry without text means: by its address, else by a title that only one article has. */
  readonly findMeant: (url: string | null, title: string | null) => KnownArticle | undefined
  readonly textOf: (articleNumber: number) => string
}

/** A title of fewer words is shared by articles that have nothing to do with each other. */
const fewestTitleWords = 3
/** Share of its words that a text must have in common with what it is taken for a newer version of. */
const leastShared = 0.2
const comparedWords = 2_000

interface KnownRow {
  readonly number: number
  readonly articleId: ArticleId
  readonly title: string
  readonly format: ImportedArticle['format']
  readonly trashed: number
}

const columns = 'article.number, article.id AS articleId, title, format, trashed_at IS NOT NULL AS trashed'

/** Prepares the statements. */
export function createArticleMatches(database: Database): ArticleMatches {
  interface OriginalQuestion {
    readonly sha256: string
    readonly part: string
    readonly address: string | null
  }
  const fromAddress = `format <> 'stub' AND (@address IS NULL OR address_key IS NULL OR address_key = @address)
     ORDER BY ifnull(address_key = @address, 0) DESC, trashed, number LIMIT 1`
  const byOriginal = database.prepare<[OriginalQuestion], KnownRow>(
    `SELECT ${columns} FROM article WHERE original_sha256 = @sha256 AND original_part = @part AND ${fromAddress}`
  )
  const byOlderOriginal = database.prepare<[OriginalQuestion], KnownRow>(
    `SELECT ${columns} FROM article WHERE number IN
       (SELECT article_number FROM version WHERE original_sha256 = @sha256 AND original_part = @part) AND ${fromAddress}`
  )
  // Nearly every file that comes in is new, which one look-up tells.
  const isKept = database.prepare('SELECT 1 FROM original WHERE sha256 = ?')
  const selectOriginal = database.prepare<[{ number: number; sha256: string; part: string }]>(
    `SELECT 1 FROM article WHERE number = @number AND original_sha256 = @sha256 AND original_part = @part
       AND format <> 'stub'
     UNION ALL SELECT 1 FROM version JOIN article ON article.number = article_number
     WHERE article_number = @number AND version.original_sha256 = @sha256 AND version.original_part = @part
       AND format <> 'stub'`
  )
  const byRecord = database.prepare<[string, string], KnownRow>(
    `SELECT ${columns} FROM article WHERE number = (SELECT article_number FROM record WHERE sha256 = ? AND key = ?)`
  )
  const bySource = database.prepare<[string, string], KnownRow>(
    `SELECT ${columns} FROM article WHERE source_path = ? AND original_part = ? ORDER BY trashed, number DESC LIMIT 1`
  )
  const byAddress = database.prepare<[string], KnownRow>(
    `SELECT ${columns} FROM article WHERE address_key = ? ORDER BY trashed, number LIMIT 5`
  )
  const byTitle = database.prepare<[string], KnownRow & { readonly url: string | null }>(
    `SELECT ${columns}, url FROM article WHERE title_key = ? AND trashed_at IS NULL LIMIT 2`
  )
  const stubsByTitle = database.prepare<[string], KnownRow>(
    `SELECT ${columns} FROM article WHERE title_key = ? AND format = 'stub' AND trashed_at IS NULL LIMIT 2`
  )
  const selectText = database.prepare<[number], string>('SELECT text FROM content WHERE article_number = ?').pluck()

  const textOf = (articleNumber: number): string => selectText.get(articleNumber) ?? ''
  const isVersionOf = (row: KnownRow, question: MatchQuestion): boolean =>
    row.format === 'stub' ||
    titleKey(row.title) === titleKey(question.title) ||
    shares(textOf(row.number), question.text)
  const keyOfTitle = (title: string): string | null => {
    const key = titleKey(title)
    return key.split(' ').length >= fewestTitleWords ? key : null
  }

  return {
    findByOriginal: (sha256, part, url = null) => {
      if (isKept.get(sha256) === undefined) return undefined
      const question = { sha256, part, address: addressKey(url) }
      return toKnown(byOriginal.get(question) ?? byOlderOriginal.get(question))
    },
    hasOriginal: (number, sha256, part) => selectOriginal.get({ number, sha256, part }) !== undefined,
    findByRecord: (sha256, key) => toKnown(byRecord.get(sha256, key)),
    findEarlier: question => {
      const address = addressKey(question.url)
      const ofAddress = address === null ? [] : byAddress.all(address)
      const ofSource = question.sourcePath === null ? undefined : bySource.get(question.sourcePath, question.part)
      const candidates = [...ofAddress, ...(ofSource ? [ofSource] : [])]
      const found = candidates.find(row => isVersionOf(row, question))
      if (found) return toKnown(found)
      const key = keyOfTitle(question.title)
      const stubs = key === null ? [] : stubsByTitle.all(key)
      return stubs.length === 1 && question.url === null ? toKnown(stubs[0]) : undefined
    },
    findMeant: (url, title) => {
      const address = addressKey(url)
      const [ofAddress] = address === null ? [] : byAddress.all(address)
      if (ofAddress) return toKnown(ofAddress)
      const key = title === null ? null : keyOfTitle(title)
      const ofTitle = key === null ? [] : byTitle.all(key)
      // An article with another address is another article, whatever it is called.
      return ofTitle.length === 1 && (ofTitle[0]?.url === null || url === null) ? toKnown(ofTitle[0]) : undefined
    },
    textOf
  }
}

function toKnown(row: KnownRow | undefined): KnownArticle | undefined {
  if (!row) return undefined
  const { number, articleId, title, format, trashed } = row
  return { number, articleId, title, format, isTrashed: trashed === 1 }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}/gu) ?? []).slice(
      0,
      comparedWords
    )
  )
}

/** Whether two texts have so many of their words in common that one may be the other's newer version. */
function shares(one: string, other: string): boolean {
  const first = wordsOf(one)
  const second = wordsOf(other)
  const least = Math.min(first.size, second.size)
  if (least === 0) return first.size === second.size
  let common = 0
  for (const word of first) if (second.has(word)) common++
  return common >= least * leastShared
}
