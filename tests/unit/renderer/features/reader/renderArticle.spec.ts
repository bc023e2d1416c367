import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ArticleDetail, Removed } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import { collectText } from '@shared/text/articleText'
import { renderArticle } from '../../../../../src/renderer/src/features/reader/renderArticle'

const texts = {
  untitled: 'Untitled',
  readAlso: 'Read also',
  missingImage: 'Image not included',
  credit: (credit: string) => `via ${credit}`,
  date: (publishedAt: string) => `on ${publishedAt}`,
  leftOut: ({ scripts }: Removed) => (scripts > 0 ? `without ${scripts} scripts` : null)
}
const nothingRemoved: Removed = { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 }

function article(change: Partial<ArticleDetail>): ArticleDetail {
  return {
    id: 'a1' as ArticleId,
    title: 'Why Rivers Bend',
    deck: null,
    byline: null,
    siteName: null,
    sourceCredit: null,
    publishedAt: null,
    datelinePlace: null,
    language: 'en',
    direction: 'ltr',
    relatedMentions: [],
    removed: nothingRemoved,
    ...change
  } as ArticleDetail
}

/** Renders into a real (linkedom) page and gives the page and its parts. */
function render(html: string, change: Partial<ArticleDetail> = {}) {
  const { document } = parseHTML('<!doctype html><html><head></head><body><main></main></body></html>')
  const template = document.createElement('template')
  template.innerHTML = html
  const page = document
  const body = template.content
  return { page, parts: renderArticle(page, article(change), body, { resourceBase: '/resource/', texts }) }
}

describe('renderArticle', () => {
  it('shows a title that looks like markup as text', () => {
    const { page } = render('<p>Text</p>', { title: '<img src=x onerror=alert(1)>' })
    expect(page.querySelectorAll('h1 img').length).toBe(0)
  })

  it('gives a name to an article without a title', () => {
    expect(render('<p>Text</p>', { title: '' }).parts.title.textContent).toBe('Untitled')
  })

  it('takes the address away from an image that is not of the library', () => {
    const { page } = render('<p><img src="https://example.org/spy.png" alt="A river"></p>')
    expect(page.querySelector('img')?.hasAttribute('src')).toBe(false)
  })

  it('points an image of the library at this host', () => {
    const { page } = render('<img src="lontar-article://resource/abc123" alt="">')
    expect(page.querySelector('img')?.getAttribute('src')).toBe('/resource/abc123')
  })

  it('leaves the text of the body exactly as it was stored', () => {
    const html =
      '<p>One</p><aside class="related-mention">Another story</aside><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>' +
      '<p>Two <span class="missing-image" title="https://example.org/a.png">A tree</span></p>'
    const { parts } = render(html, { relatedMentions: [{ text: 'Another story', articleId: 'b2' as ArticleId }] })
    expect(collectText(parts.body).text).toBe('One\nAnother story\n1\n2\nTwo A tree\n')
  })

  it('links a read-also line whose article is in the library', () => {
    const { page } = render('<aside class="related-mention">Another story</aside>', {
      relatedMentions: [{ text: 'Another story', articleId: 'b2' as ArticleId }]
    })
    expect(page.querySelector('aside a')?.getAttribute('data-article-id')).toBe('b2')
  })

  it('leaves a read-also line without its article unlinked, but labelled', () => {
    const { page } = render('<aside class="related-mention">Another story</aside>', {
      relatedMentions: [{ text: 'Another story', articleId: null }]
    })
    const aside = page.querySelector('aside')
    expect([aside?.querySelector('a') ?? null, aside?.getAttribute('data-label')]).toEqual([null, 'Read also'])
  })

  it('lets each outermost table scroll by itself', () => {
    const { page } = render('<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>')
    expect(page.querySelectorAll('.table-scroll').length).toBe(1)
  })

  it('tells the direction and language of the text', () => {
    const { page } = render('<p>نص</p>', { direction: 'rtl', language: 'ar' })
    const root = page.querySelector('article')
    expect([root?.getAttribute('dir'), page.documentElement.getAttribute('lang')]).toEqual(['rtl', 'ar'])
  })

  it('puts publisher, date and place into one line, and leaves out what is not known', () => {
    const { page } = render('<p>Text</p>', { siteName: 'Field Notes', publishedAt: '2025-02-03' })
    const spans = [...page.querySelectorAll('.article-origin span')].map(span => span.textContent)
    expect(spans).toEqual(['Field Notes', 'on 2025-02-03'])
  })

  it('says below the text what was left out, and leads to the details', () => {
    const { page, parts } = render('<p>Text</p>', { removed: { ...nothingRemoved, scripts: 2 } })
    const line = page.querySelector('.article-foot [data-details]')
    expect([line?.textContent, collectText(parts.body).text]).toEqual(['without 2 scripts', 'Text\n'])
  })

  it('says nothing below a text of which nothing was left out', () => {
    expect(render('<p>Text</p>').page.querySelector('.article-foot')).toBeNull()
  })

  it('replaces the article before', () => {
    const { page } = render('<p>First</p>')
    const template = page.createElement('template')
    template.innerHTML = '<p>Second</p>'
    renderArticle(page, article({ title: 'Second' }), template.content, { resourceBase: '/', texts })
    expect([...page.querySelectorAll('h1')].map(title => title.textContent)).toEqual(['Second'])
  })
})
