// Owns which row of the facts each slot of an index has. Knows nothing of what the facts are.
import type { IndexView } from '../index/indexView'
import type { Segment } from '../index/segments/segment'
import type { FactTable } from './factTable'

interface SegmentRows {
  readonly rows: Int32Array
  /** How many rows there were when the missing ones were last looked for. */
  rowCount: number
  missing: number
}

/** Gives the rows of a view's slots. */
export interface FactRows {
  /** By slot: the row of its article, or -1 where no facts are known of it or it has been taken out. */
  of(view: IndexView): Int32Array
}

/** Creates the memory of rows; what is known of a segment is kept for as long as the segment is. */
export function createFactRows(table: FactTable): FactRows {
  const bySegment = new WeakMap<Segment, SegmentRows>()
  const byView = new WeakMap<IndexView, { readonly rowCount: number; readonly rows: Int32Array }>()

  const rowsOf = (segment: Segment): Int32Array => {
    let known = bySegment.get(segment)
    // A live part grows; it is small, and read anew.
    if (!known || known.rows.length !== segment.slotCount) {
      known = { rows: new Int32Array(segment.slotCount).fill(-1), rowCount: -1, missing: segment.slotCount }
      bySegment.set(segment, known)
    }
    const { rows } = known
    if (known.missing === 0 || known.rowCount === table.rowCount) return rows
    known.rowCount = table.rowCount
    known.missing = 0
    for (let slot = 0; slot < rows.length; slot++) {
      if (rows[slot] !== -1) continue
      if (segment.isAlive(slot)) rows[slot] = table.rowOf(segment.articleIdOf(slot))
      if (rows[slot] === -1) known.missing++
    }
    return rows
  }

  return {
    of: view => {
      const known = byView.get(view)
      if (known?.rowCount === table.rowCount) return known.rows
      const rows = new Int32Array(view.slotCount)
      for (const { segment, base } of view.segments) {
        rows.set(rowsOf(segment), base)
        if (segment.documentCount === segment.slotCount) continue
        for (let slot = 0; slot < segment.slotCount; slot++) if (!segment.isAlive(slot)) rows[base + slot] = -1
      }
      byView.set(view, { rowCount: table.rowCount, rows })
      return rows
    }
  }
}
