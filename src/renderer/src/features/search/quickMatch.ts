// Owns how typed words find names: each must begin a word of the name. Pure; knows nothing of what is named.

/** A name in the form in which it is compared: lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * How well typed words fit a name: 0 for not at all, and more the more of it they cover and the earlier they stand.
 * Every typed word must begin a word of the name. Nothing typed fits everything.
 */
export function fitOf(name: string, typed: string): number {
  const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  let fit = 1
  for (const start of wanted) {
    const place = words.findIndex(word => word.startsWith(start))
    if (place < 0) return 0
    fit += start.length / (words[place]?.length ?? 1) + 1 / (place + 1)
  }
  return fit
}

/** The members whose names fit, the best first, at most so many; equals stay in their order. */
export function bestFits<Member>(
  members: readonly Member[],
  nameOf: (member: Member) => string,
  typed: string,
  most: number
): Member[] {
  return members
    .map(member => ({ member, fit: fitOf(nameOf(member), typed) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((first, second) => second.fit - first.fit)
    .slice(0, most)
    .map(({ member }) => member)
}

/** The query that finds these words in titles, each as a beginning, as in the names beside them; empty where nothing was typed. */
export function titleQuery(typed: string): string {
  // Signs of the query language mean nothing here.
  const words = typed.match(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  return words.length === 0 ? '' : `title:(${words.map(word => `${word.toLowerCase()}*`).join(' ')})`
}
