// Owns which facets are shown, in which order, and the filter that each value stands for. Pure.
import type { ResultFacets } from '@shared/model/facets'
import type { NewFilter } from './queryEdit'

/** A facet that is a list of values. */
export type FacetName = 'publishers' | 'credits' | 'tags' | 'languages' | 'formats' | 'states'

/** A value of a facet: the filter for it, and how many articles it leaves. */
export interface FacetValue extends NewFilter {
  readonly count: number
}

/** The values of a facet, the most frequent first. */
export interface FacetGroup {
  readonly name: FacetName
  readonly values: readonly FacetValue[]
  /** How many more values there are that have no name here. */
  readonly unnamed: number
}

const fields = {
  publishers: 'source',
  credits: 'credit',
  tags: 'tag',
  languages: 'lang',
  formats: 'format'
} as const
const stateNames = ['unread', 'read', 'starred', 'archived'] as const
const contentNames = ['highlight', 'note', 'image'] as const

/** The facets that have anything to choose from. A value that every article has leaves nothing out, and still says so. */
export function facetGroups(facets: ResultFacets): readonly FacetGroup[] {
  const lists = (['publishers', 'credits', 'tags', 'languages', 'formats'] as const).map((name): FacetGroup => {
    const { values, distinct } = facets[name]
    return {
      name,
      values: values.map(({ value, count }) => ({ field: fields[name], value, count })),
      unnamed: Math.max(0, distinct - values.length)
    }
  })
  const states = [
    ...stateNames.map(value => ({ field: 'is', value, count: facets.states[value] })),
    ...contentNames.map(value => ({ field: 'has', value, count: facets.states[value] }))
  ].toSorted((first, second) => second.count - first.count)
  return [...lists, { name: 'states' as const, values: states.filter(({ count }) => count > 0), unnamed: 0 }].filter(
    ({ values }) => values.length > 0
  )
}
