import { describe, expect, it } from 'vitest'
import {
  isAppAddress,
  isLoadable,
  parseResourceAddress,
  parseServedPath,
  toExternalAddress
} from '../../../src/main/policy/addresses'

const sha256 = 'ab'.repeat(32)

describe('isLoadable', () => {
  it.each([
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'ws://localhost/',
    'data:text/html,hi',
    'blob:app://lontar/x',
    'javascript:alert(1)',
    'about:config',
    'chrome://version',
    'app://other/index.html',
    'app://user@lontar/index.html',
    'app://lontar:80/index.html',
    `lontar-article://original/${sha256}`,
    'not an address',
    ''
  ])('refuses %j', address => {
    expect(isLoadable(address)).toBe(false)
  })

  it.each([
    'app://lontar/index.html',
    'app://lontar/assets/a.js',
    `lontar-article://resource/${sha256}`,
    'about:blank',
    'about:srcdoc'
  ])('lets %j load', address => {
    expect(isLoadable(address)).toBe(true)
  })
})

describe('isAppAddress', () => {
  it('is false for an article, whose markup is not trusted', () => {
    expect(isAppAddress(`lontar-article://resource/${sha256}`)).toBe(false)
    expect(isAppAddress('about:srcdoc')).toBe(false)
  })
})

describe('toExternalAddress', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>1</script>',
    'smb://server/share',
    'ms-settings:',
    'vbscript:x',
    'https://user:secret@example.org/',
    '/relative',
    ''
  ])('hands %j to nobody', address => {
    expect(toExternalAddress(address)).toBeUndefined()
  })

  it('hands over web and mail addresses in their normal form', () => {
    expect(['HTTPS://Example.org/a b', 'http://example.org', 'mailto:a@example.org'].map(toExternalAddress)).toEqual([
      'https://example.org/a%20b',
      'http://example.org/',
      'mailto:a@example.org'
    ])
  })
})

describe('parseResourceAddress', () => {
  it.each([
    `lontar-article://resource/${sha256}/../x`,
    `lontar-article://resource/${sha256.toUpperCase()}`,
    `lontar-article://original/${sha256}`,
    `https://resource/${sha256}`,
    'lontar-article://resource/../../etc/passwd'
  ])('finds no hash in %j', address => {
    expect(parseResourceAddress(address)).toBeUndefined()
  })

  it('finds the hash', () => {
    expect(parseResourceAddress(`lontar-article://resource/${sha256}`)).toBe(sha256)
  })
})

describe('parseServedPath', () => {
  it.each([
    '/../package.json',
    '/assets/../../x',
    '/%2e%2e/x',
    '/%252e%252e/x',
    '/a//b',
    '/a\\b',
    '/a%5cb',
    '/a%00b',
    '/c:/windows',
    '/%',
    'relative',
    '/'
  ])('refuses %j', path => {
    expect(parseServedPath(path)).toBeUndefined()
  })

  it('gives the parts of a plain path, decoded', () => {
    expect(parseServedPath('/assets/a%20b.js')).toEqual(['assets', 'a b.js'])
  })
})
