// Owns what crosses between the engine and its worker thread. Types only.
import type { ArticleId } from '@shared/model/common'
import type { ResultFacets } from '@shared/model/facets'
import type { QueryFilter, QueryProblem } from '@shared/model/query'
import type { Completions, QueryExplanation } from '@shared/model/queryHelp'
import type { ArticleHits, ResultOrder, SearchResult, Snippet } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'

/** A question: a page of the articles that a query finds. `isTyping`: the last word also stands for longer words. */
export interface QueryInput {
  readonly query: string
  readonly isTyping: boolean
  /** `relevance` where it is left out. */
  readonly order?: ResultOrder | undefined
  /** True where articles of nearly the same text are one hit. */
  readonly groupSimilar?: boolean | undefined
  readonly offset: number
  readonly limit: number
}

/** A query without a page. `isTyping` as in `QueryInput`. */
export interface QueryText {
  readonly query: string
  readonly isTyping: boolean
}

/** A question: where in one article a query's hits are. */
export interface LocateInput {
  readonly articleId: ArticleId
  readonly query: string
  readonly isTyping: boolean
}

/** An article that a query found. */
export interface EngineHit {
  readonly articleId: ArticleId
  /** Higher is better; comparable only within one answer. */
  readonly score: number
  /** Number of hits in all fields. */
  readonly matchCount: number
  readonly snippets: Snippet[]
  /** The articles of nearly the same text that are found as well, where they are gathered. */
  readonly similar: readonly ArticleId[]
}

/** A page of what a query found. */
export interface QueryAnswer {
  readonly hits: readonly EngineHit[]
  /** Articles found in all. */
  readonly total: number
  /** How many hits there are in all: fewer than articles where these are gathered. */
  readonly rowCount: number
  /** True where `total` is an estimate: so many articles hold a phrase's words that not all texts were read. */
  readonly isTotalEstimate: boolean
  readonly widened: SearchResult['widened']
  /** What of the query does not parse; the rest was searched for. */
  readonly problems: readonly QueryProblem[]
  readonly filters: readonly QueryFilter[]
}

/** Every call that the worker answers: its input and output. */
export interface WorkerCalls {
  /** Opens the snapshot; gives how many articles it had and, where it could not be used, why. */
  load: { input: null; output: { readonly indexed: number; readonly problem: string | null } }
  /** Reads what of the snapshot has not been read; gives what is wrong with it, in which case the index lacks its articles. */
  settle: { input: null; output: string | null }
  /** Takes a part of the library's revisions; gives the articles of it that are missing from the index or older there. */
  compare: { input: readonly DocumentRevision[]; output: readonly ArticleId[] }
  /** Ends a comparison: removes the articles that no part of it named. Gives how many articles are indexed. */
  endComparison: { input: null; output: number }
  /** Takes a part of the library's revisions; gives the articles of it that the index lacks or has in an older one. */
  survey: {
    input: readonly DocumentRevision[]
    output: { readonly missing: readonly ArticleId[]; readonly outdated: readonly ArticleId[] }
  }
  /** Ends a survey: gives how many articles are indexed, and those that no part of it named. */
  endSurvey: { input: null; output: { readonly indexed: number; readonly surplus: readonly ArticleId[] } }
  /** The articles among these that the index has otherwise than their texts say. */
  probe: { input: readonly SearchDocument[]; output: readonly ArticleId[] }
  /** Puts articles in, with their facts, and takes articles out. Gives how many articles are indexed. */
  apply: {
    input: {
      readonly documents: readonly SearchDocument[]
      readonly facts: readonly ArticleFacts[]
      readonly removed: readonly ArticleId[]
    }
    output: number
  }
  /** Notes the facts of articles, whether they are indexed yet or not. */
  putFacts: { input: readonly ArticleFacts[]; output: null }
  query: { input: QueryInput; output: QueryAnswer }
  /** Counts what the whole result of a query is made of. */
  facets: { input: QueryText; output: ResultFacets }
  /** How a query's words were read and, where it finds nothing as written, what would find something. */
  explain: { input: QueryText; output: QueryExplanation }
  /** What may stand at the caret, as UTF-16 offset. */
  complete: { input: { readonly query: string; readonly caret: number }; output: Completions }
  /** How many articles queries find as written, in their order. */
  count: { input: readonly string[]; output: readonly number[] }
  locate: { input: LocateInput; output: ArticleHits }
  /** Merges the index into one segment and writes the snapshot, where enough has changed since it was written. */
  flush: { input: null; output: null }
}

/** The name of a call. */
export type WorkerCallName = keyof WorkerCalls

/** What the engine sends. */
export type MessageToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly name: WorkerCallName; readonly input: unknown }
  | { readonly kind: 'documents'; readonly id: number; readonly documents: readonly SearchDocument[] }

/** What the worker sends. */
export type MessageFromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'log'; readonly message: string }
  | { readonly kind: 'loadDocuments'; readonly id: number; readonly ids: readonly ArticleId[] }

/** What a worker is started with. */
export interface WorkerSettings {
  /** The folder of the snapshot. */
  readonly folder: string
}
