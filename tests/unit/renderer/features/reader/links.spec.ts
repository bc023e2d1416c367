import { describe, expect, it } from 'vitest'
import { linkTarget } from '../../../../../src/renderer/src/features/reader/links'

function link(attributes: Record<string, string>): Pick<Element, 'getAttribute'> {
  return { getAttribute: name => attributes[name] ?? null }
}

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'about:blank',
    'blob:x'
  ])('lead nowhere when they are %s', href => {
    expect(linkTarget(link({ href }))).toEqual({ kind: 'nothing' })
  })

  it.each(['/page.html', 'page.html', '', '#', '//example.org/a'])('lead nowhere when they are relative (%s)', href => {
    expect(linkTarget(link({ href }))).toEqual({ kind: 'nothing' })
  })

  it('lead nowhere without an address', () => {
    expect(linkTarget(link({}))).toEqual({ kind: 'nothing' })
  })

  it('do not trust an article id of the wrong shape', () => {
    expect(linkTarget(link({ 'data-article-id': '../../x', href: '#' }))).toEqual({ kind: 'nothing' })
  })

  it('lead to another article of the library', () => {
    expect(linkTarget(link({ 'data-article-id': 'a1', href: '#' }))).toEqual({ kind: 'article', articleId: 'a1' })
  })

  it('lead to a place in the same article, decoded', () => {
    expect(linkTarget(link({ href: '#bagian%20dua' }))).toEqual({ kind: 'place', id: 'bagian dua' })
  })

  it('lead to a place as it is written where it cannot be decoded', () => {
    expect(linkTarget(link({ href: '#100%' }))).toEqual({ kind: 'place', id: '100%' })
  })

  it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:editor@example.org'])(
    'lead outside (%s)',
    href => {
      expect(linkTarget(link({ href }))).toEqual({ kind: 'outside', url: href })
    }
  )

  it('show an address in the form in which it will be opened', () => {
    expect(linkTarget(link({ href: 'https://аpple.example/' }))).toEqual({
      kind: 'outside',
      url: 'https://xn--pple-43d.example/'
    })
  })
})
