// Owns the score sheet of a view: one, since making its arrays anew takes longer than most queries.
import type { IndexView } from './indexView'
import { ScoreSheet } from './scoreSheet'

const sheets = new WeakMap<IndexView, ScoreSheet>()

/** The view's sheet, cleared. What was ranked with it before stays as it was. */
export function openSheet(view: IndexView): ScoreSheet {
  let sheet = sheets.get(view)
  if (!sheet) sheets.set(view, (sheet = new ScoreSheet(view)))
  sheet.clear()
  return sheet
}
