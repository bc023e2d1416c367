// Owns the facts as the search worker asks for them: by slots of a view. Puts table, rows, filters and orders together.
import type { ResultOrder } from '@shared/model/search'
import type { ArticleFacts } from '@shared/model/searchFacts'
import type { IndexView } from '../index/indexView'
import type { ComparePlaces } from '../index/ranking'
import type { FactFilter } from '../query/factFilter'
import { createFactRows } from './factRows'
import { FactTable } from './factTable'
import { createResultOrder } from './resultOrder'
import { selectRows } from './selectRows'

/** The facts of the articles of an index. */
export interface FactIndex {
  readonly table: FactTable
  /** Grows with every change. */
  readonly generation: number
  put(articles: readonly ArticleFacts[]): void
  /** By slot: the row of the table, or -1. */
  rowsOf(view: IndexView): Int32Array
  /** By slot: 1 where the article is what the filter asks for. */
  slotsOf(filter: FactFilter, view: IndexView): Uint8Array
  /** Compares places in `slots`; null for the order of relevance. */
  compare(order: ResultOrder, slots: Uint32Array, view: IndexView): ComparePlaces | null
}

/** Creates an index without facts. */
export function createFactIndex(): FactIndex {
  const table = new FactTable()
  const rows = createFactRows(table)
  const order = createResultOrder(table)
  return {
    table,
    get generation() {
      return table.generation
    },
    put: articles => table.put(articles),
    rowsOf: view => rows.of(view),
    slotsOf: (filter, view) => {
      const meant = selectRows(table, filter)
      const slots = new Uint8Array(view.slotCount)
      const rowOfSlot = rows.of(view)
      for (let slot = 0; slot < slots.length; slot++) slots[slot] = meant[rowOfSlot[slot] ?? -1] ?? 0
      return slots
    },
    compare: (wanted, slots, view) => order(wanted, slots, rows.of(view))
  }
}
