// Owns the orders of a result that follow from facts. Ranks nothing itself.
import { assertNever } from '@shared/errors'
import type { ResultOrder } from '@shared/model/search'
import type { ComparePlaces } from '../index/ranking'
import type { FactTable } from './factTable'

/** Compares the articles of slots in an order; null for the order of relevance. Places count in `slots`. */
export type OrderSlots = (order: ResultOrder, slots: Uint32Array, rows: Int32Array) => ComparePlaces | null

/** Creates the orders. What has no date or no publisher comes last. */
export function createResultOrder(table: FactTable): OrderSlots {
  let publishers = new Uint32Array(0)

  /** By number of a name: its place in the alphabet. */
  const publisherPlaces = (): Uint32Array => {
    const { source } = table.names
    if (publishers.length === source.size) return publishers
    const { compare } = new Intl.Collator('und', { sensitivity: 'base', numeric: true })
    const numbers = Array.from({ length: source.size - 1 }, (_, index) => index + 1)
    const sorted = numbers.toSorted((first, second) => compare(source.nameOf(first), source.nameOf(second)))
    publishers = new Uint32Array(source.size).fill(0xff_ff_ff_ff)
    for (const [place, number] of sorted.entries()) publishers[number] = place
    return publishers
  }

  return (order, slots, rows) => {
    const { publishedAt, importedAt, source } = table.columns
    const rowAt = (place: number): number => rows[slots[place] ?? 0] ?? -1
    const later: ComparePlaces = (first, second) => {
      const [firstRow, secondRow] = [rowAt(first), rowAt(second)]
      const [firstAt, secondAt] = [publishedAt[firstRow] ?? -Infinity, publishedAt[secondRow] ?? -Infinity]
      // Two infinities have no difference.
      if (firstAt !== secondAt) return firstAt > secondAt ? 1 : -1
      return (importedAt[firstRow] ?? 0) - (importedAt[secondRow] ?? 0)
    }
    switch (order) {
      case 'relevance':
        return null
      case 'newest':
        return later
      case 'oldest':
        return (first, second) => {
          const isFirstDated = (publishedAt[rowAt(first)] ?? -Infinity) > -Infinity
          const isSecondDated = (publishedAt[rowAt(second)] ?? -Infinity) > -Infinity
          return isFirstDated === isSecondDated ? later(second, first) : isFirstDated ? 1 : -1
        }
      case 'publisher': {
        const places = publisherPlaces()
        return (first, second) => {
          const difference = (places[source[rowAt(second)] ?? 0] ?? 0) - (places[source[rowAt(first)] ?? 0] ?? 0)
          return difference === 0 ? later(first, second) : difference
        }
      }
      default:
        return assertNever(order, 'order')
    }
  }
}
