// Owns waiting until a value stays the same, so that what is dear is not asked for at every letter.
import { useEffect, useState } from 'react'

/** The value as soon as it has stayed the same for so many milliseconds; 0 for at once. It is compared as text. */
export function useSettled(value: string, delayMs: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return undefined
    const timer = setTimeout(() => setSettled(value), delayMs)
    return () => clearTimeout(timer)
  }, [value, settled, delayMs])
  return delayMs === 0 ? value : settled
}
