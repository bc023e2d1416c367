// Owns how saved searches change places: one step up or down, or to where another one stands. Pure.

/** The ids with one of them a step up (-1) or down (1); the same ids where it stands at the end already. */
export function moveStep<Id>(ids: readonly Id[], id: Id, step: -1 | 1): readonly Id[] {
  const from = ids.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(from, ids[to] as Id).with(to, id)
}

/** The ids with one of them moved to where another one stands, which makes room for it. */
export function moveTo<Id>(ids: readonly Id[], id: Id, target: Id): readonly Id[] {
  const from = ids.indexOf(id)
  const to = ids.indexOf(target)
  if (from < 0 || to < 0 || from === to) return ids
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
