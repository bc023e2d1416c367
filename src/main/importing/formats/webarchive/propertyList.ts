// Owns the reading of property lists, binary or XML, as far as web archives use them: the only importer of bplist-parser.
import { parseBuffer, setMaxObjectCount } from 'bplist-parser'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'
import { decodeText } from '../../text/decodeText'
import { guardPropertyList } from './guardPropertyList'
import { parseXmlPropertyList } from './xmlPropertyList'

/** A value of a property list: numbers and dates of the XML form come as their text. */
export type PropertyValue =
  null | boolean | string | Uint8Array | readonly PropertyValue[] | ReadonlyMap<string, PropertyValue>

/** The value in maps instead of objects, whose own names a file could use; kinds that nothing asks for become null. */
function convert(value: unknown): PropertyValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(convert)
  const isDictionary = typeof value === 'object' && value !== null && !(value instanceof Date)
  return isDictionary ? new Map(Object.entries(value).map(([key, inner]) => [key, convert(inner)])) : null
}

function parseBinary(bytes: Buffer, limits: ImportLimits): PropertyValue {
  guardPropertyList(bytes, limits)
  setMaxObjectCount(limits.propertyListValues)
  try {
    return convert(parseBuffer<unknown>(bytes)[0])
  } catch (error) {
    throw new AppError('file_damaged', 'The web archive is damaged or was cut off', { cause: error })
  }
}

/** The top value of a property list. Throws AppError `file_damaged`, `file_too_complex`, and what `decodeText` throws. */
export function parsePropertyList(bytes: Uint8Array, limits: ImportLimits): PropertyValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.toString('latin1', 0, 8) === 'bplist00'
    ? parseBinary(buffer, limits)
    : parseXmlPropertyList(decodeText(bytes).text, limits)
}
