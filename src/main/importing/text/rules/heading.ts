// Owns the question whether a short line within a text is a heading. Sure ones only: a wrong heading is worse than none.

const sentenceEnd = /[.!?…。！？]["”’»)]*$/

/** True where `text` stands as a short line without a full stop between two full paragraphs. */
export function isHeading(text: string, previous: string | undefined, next: string | undefined): boolean {
  if (previous === undefined || next === undefined) return false
  if (text.length > 70 || text.split(/\s+/).length > 9 || text.length < 3) return false
  if (/[.,;:!…"”’»)\]]$/.test(text) || !/^[\p{Lu}\p{Lo}\p{N}¿]/u.test(text) || !/\p{Letter}/u.test(text)) return false
  return previous.length >= 100 && next.length >= 100 && sentenceEnd.test(previous) && sentenceEnd.test(next)
}
