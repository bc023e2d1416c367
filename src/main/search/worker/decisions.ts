// Owns how a query is decided: as written, else with spelling errors allowed, else some of its words. Makes no answers.
import type { ArticleId } from '@shared/model/common'
import type { QueryProblem } from '@shared/model/query'
import type { ResultOrder } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import type { FactIndex } from '../facts/factIndex'
import type { IndexView } from '../index/indexView'
import { matchArticles, type ArticleMatches } from '../index/matchArticles'
import { rankPartly } from '../index/partialRanking'
import { createRanking, type RankedArticle, type Ranking } from '../index/ranking'
import type { RankingCache } from '../index/rankingCache'
import type { WordRequirement } from '../index/scoring'
import { widenBySpelling, widenFuzzyWords } from '../index/spelling'
import { findWordForms } from '../index/wordForms'
import { hasPassage } from '../passages/hasPassage'
import { hasPlannedPhrases } from '../passages/phrases'
import { measureProximity } from '../passages/proximity'
import type { WordForms } from '../passages/wordMatcher'
import type { QueryAnswer } from '../protocol'
import { dissolvePhrases, holds, type QueryPlan } from '../query/plan'
import { planQuery } from '../query/planQuery'
import { createCheckedCandidates, createPlainCandidates, type Candidates } from './candidates'
import { createNearCandidates } from './nearCandidates'

/** What is asked. */
export interface Question {
  readonly query: string
  readonly isTyping: boolean
  readonly order: ResultOrder
  /** True where only what the query finds as written counts. */
  readonly isStrict?: boolean
}

/** What was decided, for pages, hits and facets alike. */
export interface Decision {
  readonly plan: QueryPlan
  /** The plan of the query as written, which may have found nothing. */
  readonly asked: QueryPlan
  readonly requirement: WordRequirement
  readonly candidates: Candidates
  readonly widened: QueryAnswer['widened']
  readonly problems: readonly QueryProblem[]
  /** What the plan's words look like in the articles. */
  readonly forms: WordForms
  readonly view: IndexView
}

/** What deciding needs. */
export interface DecisionDependencies {
  readonly analyzer: Analyzer
  readonly view: () => IndexView
  readonly facts: FactIndex
  readonly rankings: RankingCache
  readonly loadTexts: (ids: readonly ArticleId[]) => Promise<ReadonlyMap<ArticleId, SearchDocument>>
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

/** Decides queries. */
export interface Decisions {
  decide(question: Question): Promise<Decision>
  /** Every article that a plan may find. */
  match(plan: QueryPlan, view: IndexView, requirement: WordRequirement): ArticleMatches
  /** The ones among matches' articles that are found; only those whose text must be asked are read. */
  check(
    plan: QueryPlan,
    forms: WordForms,
    matches: ArticleMatches,
    articles: readonly RankedArticle[]
  ): Promise<readonly RankedArticle[]>
}

/** Creates the way of deciding. */
export function createDecisions(dependencies: DecisionDependencies): Decisions {
  const { analyzer, view: openView, facts, rankings, loadTexts, now } = dependencies
  const match: Decisions['match'] = (plan, view, requirement) =>
    matchArticles(plan, view, requirement, filter => facts.slotsOf(filter, view))

  const check: Decisions['check'] = async (plan, forms, matches, articles) => {
    const { root } = plan
    if (!root) return []
    const texts = await loadTexts(
      articles.filter(({ slot }) => !matches.isSure(slot)).map(({ articleId }) => articleId)
    )
    return articles.filter(({ articleId, slot }) => {
      if (matches.isSure(slot)) return true
      const document = texts.get(articleId)
      if (!document) return false
      return holds(root, {
        hasWord: (word, isExcluded) => matches.hasWord(slot, word, isExcluded),
        hasPassage: node => hasPassage(document, node, plan, analyzer, forms),
        isFact: filter => matches.isFact(slot, filter)
      })
    })
  }

  /** Those of a plain plan's ranking whose texts have the phrases, and none of the excluded ones. */
  const checkPhrases = (plan: QueryPlan, ranking: Ranking): Candidates =>
    createCheckedCandidates(ranking, async articles => {
      const texts = await loadTexts(articles.map(({ articleId }) => articleId))
      return articles.filter(({ articleId }) => {
        const document = texts.get(articleId)
        return document !== undefined && hasPlannedPhrases(document, plan, analyzer)
      })
    })

  const selectPlain = (plan: QueryPlan, view: IndexView): Candidates => {
    const ranking = rankings.rank(plan, view)
    const hasPhrases = plan.phrases.length + plan.excludedPhrases.length > 0
    return hasPhrases ? checkPhrases(plan, ranking) : createPlainCandidates(ranking)
  }

  /** The articles that have some of the words of a plain plan whose phrases have been dissolved. */
  const selectSome = (plan: QueryPlan, forms: WordForms, view: IndexView): Candidates => {
    const { ranking, weights } = rankPartly(plan, view)
    if (plan.excludedPhrases.length > 0) return checkPhrases(plan, ranking)
    return createNearCandidates(ranking, async articles => {
      const texts = await loadTexts(articles.map(({ articleId }) => articleId))
      return articles.map(({ articleId }) => {
        const document = texts.get(articleId)
        return document ? measureProximity(document, plan, weights, analyzer, forms) : 0
      })
    })
  }

  const select = (
    plan: QueryPlan,
    forms: WordForms,
    view: IndexView,
    requirement: WordRequirement,
    order: ResultOrder
  ) => {
    if (plan.isPlain && order === 'relevance') {
      return requirement === 'all' ? selectPlain(plan, view) : selectSome(plan, forms, view)
    }
    const matches = match(plan, view, requirement)
    const { slots, scores } = matches
    // Facts alone make no article more relevant than another.
    const wanted = order === 'relevance' && plan.words.length === 0 ? 'newest' : order
    const ranking = createRanking(slots, scores, view, facts.compare(wanted, slots, view))
    if (slots.every(matches.isSure)) return createPlainCandidates(ranking)
    return createCheckedCandidates(ranking, articles => check(plan, forms, matches, articles))
  }

  return {
    match,
    check,
    decide: async ({ query, isTyping, order, isStrict = false }) => {
      const view = openView()
      const { problems, ...asked } = planQuery(query, isTyping, { analyzer, languages: view.stemLanguages, now: now() })
      const plan = widenFuzzyWords(asked, view)
      const conclude = (
        decided: QueryPlan,
        requirement: WordRequirement,
        widened: QueryAnswer['widened']
      ): Decision => {
        const forms = findWordForms(decided, view)
        const candidates = select(decided, forms, view, requirement, order)
        return { plan: decided, asked: plan, requirement, candidates, widened, problems, forms, view }
      }
      const written = conclude(plan, 'all', 'none')
      if (isStrict || plan.words.length === 0 || (await hasAny(written.candidates))) return written
      const respelt = widenBySpelling(plan, view)
      if (respelt) {
        const decision = conclude(respelt, 'all', 'fuzzy')
        if (await hasAny(decision.candidates)) return decision
      }
      const loose = dissolvePhrases(respelt ?? plan)
      if (loose.words.length === 1) return written
      // The words of a phrase that does not occur may still occur together.
      const isDissolved = plan.phrases.length + plan.nears.length > 0
      for (const requirement of isDissolved ? (['all', 'some'] as const) : (['some'] as const)) {
        const decision = conclude(loose, requirement, 'someWords')
        if (await hasAny(decision.candidates)) return decision
      }
      return written
    }
  }
}

async function hasAny(candidates: Candidates): Promise<boolean> {
  return (await candidates.page(0, 1)).length > 0
}
