import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, mediaTypeOf } from '../../../src/main/policy/contentSecurity'

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map(directive => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    })
  )
}

describe('contentSecurityPolicy', () => {
  it.each(['electron', 'browser'] as const)(
    'lets no script but the program’s own run in %s, and nothing load from elsewhere',
    host => {
      const policy = directives(contentSecurityPolicy(host))
      expect(policy).toMatchObject({
        'default-src': "'none'",
        'script-src': "'self'",
        'form-action': "'none'",
        'object-src': "'none'",
        'base-uri': "'none'"
      })
      expect(contentSecurityPolicy(host)).not.toMatch(/https?:|data:|blob:|\*|unsafe-eval/)
    }
  )

  it('takes articles’ images and pages from the article protocol in Electron only', () => {
    expect(directives(contentSecurityPolicy('electron'))['connect-src']).toBe("'self' lontar-article:")
    expect(directives(contentSecurityPolicy('browser'))['connect-src']).toBe("'self'")
    expect(directives(contentSecurityPolicy('electron'))['img-src']).toBe("'self' lontar-article:")
    expect(directives(contentSecurityPolicy('browser'))['img-src']).toBe("'self'")
  })
})

describe('mediaTypeOf', () => {
  it('knows no type for what is not served', () => {
    expect(['library.db', 'x.exe', 'noending', '.env'].map(mediaTypeOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ])
  })
})
