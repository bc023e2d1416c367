// Owns the numbers that stand for names in columns of facts. Knows nothing of what the names are.

/** Names and their numbers: 0 for none, then from 1 on in the order of their coming. Names are never forgotten. */
export class NameTable {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = ['']

  /** How many numbers there are, with 0. */
  get size(): number {
    return this.#names.length
  }

  /** The number of a name, which is given one where it has none. */
  numberOf(name: string | null): number {
    if (name === null || name === '') return 0
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#names.push(name) - 1
    this.#numbers.set(name, number)
    return number
  }

  /** The name of a number. */
  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }

  /** By number: 1 where the name is meant. */
  select(isMeant: (name: string) => boolean): Uint8Array {
    return Uint8Array.from(this.#names, (name, number) => (number > 0 && isMeant(name) ? 1 : 0))
  }
}
