// Owns how many bytes of files an import holds at once. Reads nothing itself.

/** Lends bytes. */
export interface ByteBudget {
  /** Resolves when so many bytes may be held; gives the function that returns them. One larger than all waits for all. */
  readonly borrow: (bytes: number) => Promise<() => void>
}

/** Makes a budget of `total` bytes; whoever asked first is served first. */
export function createByteBudget(total: number): ByteBudget {
  let free = total
  const waiting: { readonly bytes: number; readonly serve: () => void }[] = []

  const serveWaiting = (): void => {
    for (let next = waiting[0]; next && next.bytes <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.bytes
      next.serve()
    }
  }
  return {
    borrow: async wanted => {
      const bytes = Math.min(wanted, total)
      await new Promise<void>(serve => {
        waiting.push({ bytes, serve })
        serveWaiting()
      })
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        free += bytes
        serveWaiting()
      }
    }
  }
}
