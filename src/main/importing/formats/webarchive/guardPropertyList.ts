// Owns the check that a binary property list is what it says, before anything of it is made: every object in its place, no
// object within itself, and no more values than the limit. Source: CoreFoundation, CFBinaryPList.c (the format's comment).
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'

const headerBytes = 8
const trailerBytes = 32

/** So many bytes of a string count as one value: a long one that is referred to often is as dear as many. */
const bytesOfValue = 1_024

interface CheckedObject {
  readonly references: readonly number[]
  /** What it counts for itself. */
  readonly values: number
}

interface Layout {
  readonly offsetBytes: number
  readonly referenceBytes: number
  readonly objects: number
  readonly top: number
  readonly table: number
}

function damaged(): AppError {
  return new AppError('file_damaged', 'The web archive is damaged or was cut off')
}

function tooComplex(): AppError {
  return new AppError('file_too_complex', 'The web archive holds too many values, or values within values')
}

function readNumber(bytes: Buffer, at: number, length: number): number {
  if (length < 1 || length > 8 || at < 0 || at + length > bytes.length) throw damaged()
  return length <= 6 ? bytes.readUIntBE(at, length) : Number(BigInt(`0x${bytes.toString('hex', at, at + length)}`))
}

function readLayout(bytes: Buffer, limits: ImportLimits): Layout {
  const trailer = bytes.length - trailerBytes
  if (trailer < headerBytes) throw damaged()
  const layout = {
    offsetBytes: readNumber(bytes, trailer + 6, 1),
    referenceBytes: readNumber(bytes, trailer + 7, 1),
    objects: readNumber(bytes, trailer + 8, 8),
    top: readNumber(bytes, trailer + 16, 8),
    table: readNumber(bytes, trailer + 24, 8)
  }
  if (layout.table + layout.objects * layout.offsetBytes > trailer || layout.top >= layout.objects) throw damaged()
  if (layout.objects > limits.propertyListValues) throw tooComplex()
  return layout
}

/** Checks one object's place and length. */
function checkObject(bytes: Buffer, layout: Layout, object: number, limits: ImportLimits): CheckedObject {
  const { offsetBytes, referenceBytes, objects, table } = layout
  if (object >= objects) throw damaged()
  const at = readNumber(bytes, table + object * offsetBytes, offsetBytes)
  const marker = readNumber(bytes, at, 1)
  const kind = marker >> 4
  const isSized = kind >= 4 && kind <= 13 && kind !== 8
  let count = marker & 15
  let start = at + 1
  if (isSized && count === 15) {
    const size = readNumber(bytes, start, 1)
    if (size >> 4 !== 1 || (size & 15) > 3) throw damaged()
    count = readNumber(bytes, start + 1, 2 ** (size & 15))
    start += 1 + 2 ** (size & 15)
  }
  const unit = { 4: 1, 5: 1, 6: 2, 10: referenceBytes, 13: referenceBytes * 2 }[kind] ?? 0
  if (start + count * unit > table) throw damaged()
  const values = 1 + (kind === 5 || kind === 6 ? Math.floor((count * unit) / bytesOfValue) : 0)
  const length = kind === 10 ? count : kind === 13 ? count * 2 : 0
  if (length > limits.propertyListValues) throw tooComplex()
  const references = Array.from({ length }, (_, index) =>
    readNumber(bytes, start + index * referenceBytes, referenceBytes)
  )
  return { references, values }
}

/**
 * Throws AppError `file_damaged` or `file_too_complex` where a binary property list cannot be parsed safely: the parser
 * itself follows every reference, however often, and believes every length.
 */
export function guardPropertyList(bytes: Buffer, limits: ImportLimits): void {
  const layout = readLayout(bytes, limits)
  const values = new Map<number, number>()
  const open = new Set<number>()
  const countValues = (object: number, depth: number): number => {
    const known = values.get(object)
    if (known !== undefined) return known
    if (depth > limits.propertyListDepth) throw tooComplex()
    if (open.has(object)) throw damaged()
    open.add(object)
    const { references, values: own } = checkObject(bytes, layout, object, limits)
    let total = own
    for (const reference of references) {
      total += countValues(reference, depth + 1)
      if (total > limits.propertyListValues) throw tooComplex()
    }
    if (total > limits.propertyListValues) throw tooComplex()
    open.delete(object)
    values.set(object, total)
    return total
  }
  countValues(layout.top, 0)
}
