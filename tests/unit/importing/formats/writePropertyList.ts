// Owns the writing of binary property lists for tests: fixtures, and lists that are broken on purpose.
// Source: CoreFoundation, CFBinaryPList.c (the format's comment).

/** A value to write. An object becomes a dictionary. */
export type Writable = string | Uint8Array | readonly Writable[] | { readonly [key: string]: Writable }

function size(kind: number, count: number): Buffer {
  if (count < 15) return Buffer.from([(kind << 4) | count])
  const length = Buffer.alloc(6)
  length.set([(kind << 4) | 15, 0x12])
  length.writeUInt32BE(count, 2)
  return length
}

function references(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4)
  return bytes
}

/** Joins objects that are written already to a property list, the first of which is its top value. */
export function joinObjects(objects: readonly Buffer[]): Buffer {
  const offsets: number[] = []
  let at = 8
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  const trailer = Buffer.alloc(32)
  trailer.set([4, 4], 6)
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([Buffer.from('bplist00'), ...objects, references(offsets), trailer])
}

/** An array's object that refers to others by their numbers. */
export function arrayObject(numbers: readonly number[]): Buffer {
  return Buffer.concat([size(10, numbers.length), references(numbers)])
}

/** A dictionary's object that refers to its keys and values by their numbers. */
function dictionaryObject(keys: readonly number[], values: readonly number[]): Buffer {
  return Buffer.concat([size(13, keys.length), references([...keys, ...values])])
}

/** A string's object: ASCII, or UTF-16. */
export function stringObject(text: string): Buffer {
  // oxlint-disable-next-line no-control-regex -- the range is that of ASCII
  if (/^[\u0000-\u007F]*$/.test(text)) return Buffer.concat([size(5, text.length), Buffer.from(text, 'latin1')])
  return Buffer.concat([size(6, text.length), Buffer.from(text, 'utf16le').swap16()])
}

/** The property list of a value. */
export function writePropertyList(value: Writable): Buffer {
  const objects: Buffer[] = []
  const add = (item: Writable): number => {
    const number = objects.push(Buffer.alloc(0)) - 1
    if (typeof item === 'string') objects[number] = stringObject(item)
    else if (item instanceof Uint8Array) objects[number] = Buffer.concat([size(4, item.length), item])
    else if (Array.isArray(item)) objects[number] = arrayObject((item as readonly Writable[]).map(add))
    else {
      const keys = Object.keys(item).map(add)
      objects[number] = dictionaryObject(keys, Object.values(item).map(add))
    }
    return number
  }
  add(value)
  return joinObjects(objects)
}
