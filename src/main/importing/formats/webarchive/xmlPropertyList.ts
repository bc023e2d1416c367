// Owns property lists written as XML. Source: Apple's PropertyList-1.0 DTD. Knows no web archive; expands no entity but XML's.
import { Parser } from 'htmlparser2'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'
import type { PropertyValue } from './propertyList'

const scalars = new Set(['key', 'string', 'data', 'integer', 'real', 'date', 'true', 'false'])

type Open =
  | { readonly kind: 'dict'; readonly values: Map<string, PropertyValue>; key: string | null }
  | { readonly kind: 'array'; readonly values: PropertyValue[] }

function tooComplex(): AppError {
  return new AppError('file_too_complex', 'The web archive holds too many values, or values within values')
}

function readScalar(name: string, text: string): PropertyValue {
  if (name === 'data') return Buffer.from(text, 'base64')
  return name === 'true' || name === 'false' ? name === 'true' : text
}

/** The top value of a property list, or null where there is none. Throws AppError `file_too_complex`. */
export function parseXmlPropertyList(text: string, limits: ImportLimits): PropertyValue {
  const open: Open[] = []
  let top: PropertyValue = null
  let count = 0
  let pieces: string[] | null = null

  const add = (value: PropertyValue): void => {
    const parent = open.at(-1)
    if (!parent) top ??= value
    else if (parent.kind === 'array') parent.values.push(value)
    else if (parent.key !== null) {
      parent.values.set(parent.key, value)
      parent.key = null
    }
  }
  const parser = new Parser(
    {
      onopentag: name => {
        if (++count > limits.propertyListValues) throw tooComplex()
        if (scalars.has(name)) pieces = []
        else if (name === 'dict') open.push({ kind: 'dict', values: new Map(), key: null })
        else if (name === 'array') open.push({ kind: 'array', values: [] })
        if (open.length > limits.propertyListDepth) throw tooComplex()
      },
      ontext: piece => {
        pieces?.push(piece)
      },
      onclosetag: name => {
        const parent = open.at(-1)
        if (pieces && scalars.has(name)) {
          const content = pieces.join('')
          pieces = null
          if (name === 'key' && parent?.kind === 'dict') parent.key = content
          else add(readScalar(name, content))
        } else if (parent && name === parent.kind) {
          open.pop()
          add(parent.values)
        }
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(text)
  return top
}
