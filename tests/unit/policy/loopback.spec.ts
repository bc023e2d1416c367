import { describe, expect, it } from 'vitest'
import { hasToken, isOwnHost, isOwnOrigin } from '../../../src/main/policy/loopback'

const self = { port: 4321, token: 'secret-of-this-launch' }
const request = (method: string, headers: Record<string, string>) => ({ method, headers })

describe('isOwnHost', () => {
  it.each([
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:80',
    'localhost:80',
    '127.0.0.1:4321.evil.example',
    '[::1]:4321',
    ''
  ])('refuses the host %j', host => {
    expect(isOwnHost(request('GET', { host }), self)).toBe(false)
  })

  it('refuses a request without a host', () => {
    expect(isOwnHost(request('GET', {}), self)).toBe(false)
  })

  it.each(['127.0.0.1:4321', 'localhost:4321'])('knows itself as %j', host => {
    expect(isOwnHost(request('GET', { host }), self)).toBe(true)
  })
})

describe('isOwnOrigin', () => {
  it.each<[string, Record<string, string>]>([
    ['POST', {}],
    ['POST', { origin: 'null' }],
    ['POST', { origin: 'http://127.0.0.1:80' }],
    ['POST', { origin: 'https://127.0.0.1:4321' }],
    ['GET', { origin: 'http://evil.example' }],
    ['GET', { 'sec-fetch-site': 'cross-site' }],
    ['GET', { 'sec-fetch-site': 'same-site' }]
  ])('refuses %s with %j', (method, headers) => {
    expect(isOwnOrigin(request(method, headers), self)).toBe(false)
  })

  it.each<[string, Record<string, string>]>([
    ['GET', {}],
    ['GET', { 'sec-fetch-site': 'none' }],
    ['POST', { origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }]
  ])('answers %s with %j', (method, headers) => {
    expect(isOwnOrigin(request(method, headers), self)).toBe(true)
  })
})

describe('hasToken', () => {
  it.each([
    '',
    'lontar-4321=',
    'lontar-4321=wrong',
    'lontar-9999=secret-of-this-launch',
    'other=secret-of-this-launch'
  ])('refuses the cookie %j', cookie => {
    expect(hasToken(request('GET', { cookie }), self)).toBe(false)
  })

  it('finds the token among other cookies', () => {
    expect(hasToken(request('GET', { cookie: 'a=b; lontar-4321=secret-of-this-launch; c=d' }), self)).toBe(true)
  })
})
