import { describe, expect, it } from 'vitest'
import { addressKey } from '../../../src/main/library/addressKey'

describe('addressKey', () => {
  it.each([
    ['https://contoh.id/a', 'http://www.contoh.id/a/'],
    ['https://contoh.id/a', 'https://CONTOH.id/a#bagian'],
    ['https://contoh.id/a?id=7', 'https://contoh.id/a?utm_source=x&id=7&fbclid=y'],
    ['https://contoh.id/a?a=1&b=2', 'https://contoh.id/a?b=2&a=1']
  ])('takes %s and %s for the same', (one, other) => {
    expect(addressKey(one)).not.toBeNull()
    expect(addressKey(other)).toBe(addressKey(one))
  })

  it.each([
    ['https://contoh.id/a', 'https://contoh.id/A'],
    ['https://contoh.id/a?id=7', 'https://contoh.id/a?id=8'],
    ['https://contoh.id/a', 'https://contoh.id/a/b'],
    ['https://contoh.id/a', 'https://contoh.id:8080/a'],
    ['https://contoh.id/#!/a', 'https://contoh.id/#!/b'],
    ['https://contoh.id/baca#/a', 'https://contoh.id/baca#/b']
  ])('tells %s from %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other))
  })

  it.each([
    'https://contoh.id',
    'https://contoh.id/?utm_source=x',
    'mailto:a@contoh.id',
    'bukan alamat',
    'https://omnivore.app/no_url?q=1'
  ])('says that %s names no single article', address => {
    expect(addressKey(address)).toBeNull()
  })
})
