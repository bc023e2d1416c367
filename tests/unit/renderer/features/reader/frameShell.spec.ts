import { describe, expect, it } from 'vitest'
import { buildFrameShell, framePolicy } from '../../../../../src/renderer/src/features/reader/frameShell'

describe('frameShell', () => {
  it('allows nothing that is not named', () => {
    expect(framePolicy('lontar-article://resource/')).toBe(
      "default-src 'none'; img-src lontar-article:; style-src 'self' 'unsafe-inline'; font-src 'self'; form-action 'none'; base-uri 'none'"
    )
  })

  it('allows images of this host only, where images come by its own address', () => {
    expect(framePolicy('/resource/')).toContain("img-src 'self';")
    expect(framePolicy('http://127.0.0.1:4000/resource/')).toContain("img-src 'self';")
  })

  it('cannot be broken out of by an address', () => {
    const shell = buildFrameShell({ stylesheet: '"><script>alert(1)</script>', resourceBase: '/' })
    expect(shell).not.toContain('<script>')
  })

  it('states its policy before anything that could load', () => {
    const shell = buildFrameShell({ stylesheet: 'app://lontar/reader.css', resourceBase: '/' })
    expect(shell.indexOf('Content-Security-Policy')).toBeLessThan(shell.indexOf('stylesheet'))
  })
})
