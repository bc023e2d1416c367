// Owns one article on the frame's page: its parts, the places in it, and its marks. Touches the page from outside only.
import type { TextRange } from '@shared/model/common'
import { collectText, type CollectedText } from '@shared/text/articleText'
import { hitRange, type Hit, type PartTexts } from './hits'
import { firstVisibleOffset, fractionRead, locateOffset } from './place'
import type { ArticlePage } from './renderArticle'

/** Where the reader stands in an article. */
export interface ReadingPlace {
  readonly fraction: number
  readonly textOffset: number
}

/** An article on the page. */
export interface ArticleView {
  /** Where the reader stands now; also the place that `keepPlace` comes back to. */
  readonly place: () => ReadingPlace
  /** True where the whole article is in view without scrolling. */
  readonly fitsWindow: () => boolean
  /** True once the text stands elsewhere than where this view itself has put it. */
  readonly hasBeenScrolled: () => boolean
  /** Scrolls so that the character at this offset of the text is in the first line. */
  readonly goToOffset: (textOffset: number) => void
  /** Puts the text back where it stood, after its lines have been broken anew: another width, size or typeface. */
  readonly keepPlace: () => void
  /** Scrolls to the element of this id, if the article has it. */
  readonly goToId: (id: string) => void
  /** Marks the hits, one of them stronger, and says which ranges they are. */
  readonly markHits: (hits: readonly Hit[], currentIndex: number) => void
  /** Marks the highlighted passages, by their ranges in the text. */
  readonly markAnnotations: (ranges: readonly TextRange[]) => void
  /** Scrolls so that the hit stands in the upper third, unless it is well in view already. */
  readonly goToHit: (hit: Hit) => void
}

/** How far below the upper edge a restored line stands, in CSS pixels. */
const topMargin = 24

/** Makes the view of an article that has just been rendered. */
export function createArticleView(page: Document, parts: ArticlePage): ArticleView {
  const body = collect(parts.body)
  const texts: PartTexts = {
    title: collect(parts.title),
    body,
    ...(parts.deck && { deck: collect(parts.deck) }),
    ...(parts.byline && { byline: collect(parts.byline) })
  }
  const scroller = page.scrollingElement ?? page.documentElement
  const window = page.defaultView

  const rectAt = (node: Text, offset: number): DOMRect => {
    const range = page.createRange()
    range.setStart(node, offset)
    range.setEnd(node, Math.min(offset + 1, node.length))
    return range.getBoundingClientRect()
  }
  let ownScrollTop = 0
  const scrollTo = (scrollTop: number): void => {
    scroller.scrollTop = scrollTop
    ownScrollTop = scroller.scrollTop
  }
  // The place by its text, which outlives every new breaking of lines; taken anew only where the reader has scrolled, so
  // that a window drawn wider and narrower again does not drift line by line.
  let stood = { scrollTop: 0, textOffset: 0 }
  const currentOffset = (): number => {
    const { scrollTop } = scroller
    if (Math.abs(scrollTop - stood.scrollTop) > 1) {
      const measure = (node: Text, offset: number): number => rectAt(node, offset).bottom
      const textOffset = scrollTop <= 1 ? 0 : firstVisibleOffset(body.segments, measure, topMargin)
      stood = { scrollTop, textOffset }
    }
    return stood.textOffset
  }
  const goToOffset = (textOffset: number): void => {
    const place = textOffset > 0 ? locateOffset(body.segments, textOffset) : null
    scrollTo(place ? scroller.scrollTop + rectAt(place.node, place.offset).top - topMargin : 0)
    stood = { scrollTop: scroller.scrollTop, textOffset }
  }
  const textBottom = (): number => parts.body.getBoundingClientRect().bottom + scroller.scrollTop
  const marks = (name: string): Highlight | null => {
    // The frame's own registry and class: a range marks text only in the document that it belongs to.
    const frame = window as (Window & { CSS?: typeof CSS; Highlight?: typeof Highlight }) | null
    const registry = frame?.CSS?.highlights
    if (!registry || !frame?.Highlight) return null
    const existing = registry.get(name)
    if (existing) return existing
    const highlight = new frame.Highlight()
    registry.set(name, highlight)
    return highlight
  }

  return {
    place: () => ({
      fraction: fractionRead(scroller.scrollTop, scroller.clientHeight, textBottom()),
      textOffset: currentOffset()
    }),
    hasBeenScrolled: () => Math.abs(scroller.scrollTop - ownScrollTop) > 1,
    fitsWindow: () => textBottom() <= scroller.clientHeight,
    goToOffset,
    // Above the first line of the text (title, deck) the page stands well by itself.
    keepPlace: () => {
      if (stood.textOffset > 0) goToOffset(stood.textOffset)
    },
    goToId: id => page.getElementById(id)?.scrollIntoView(),
    markHits: (hits, currentIndex) => {
      const all = marks('hits')
      const current = marks('current-hit')
      all?.clear()
      current?.clear()
      if (current) current.priority = 1
      hits.forEach((hit, index) => {
        const range = hitRange(page, texts, hit)
        if (range) (index === currentIndex ? current : all)?.add(range)
      })
    },
    markAnnotations: ranges => {
      const highlights = marks('annotations')
      highlights?.clear()
      // Below the marks of a search.
      if (highlights) highlights.priority = -1
      for (const range of ranges) {
        const place = hitRange(page, texts, { field: 'body', range })
        if (place) highlights?.add(place)
      }
    },
    goToHit: hit => {
      const range = hitRange(page, texts, hit)
      if (!range) return
      const { top, bottom } = range.getBoundingClientRect()
      const height = scroller.clientHeight
      if (top >= height * 0.1 && bottom <= height * 0.8) return
      scrollTo(scroller.scrollTop + top - height / 3)
    }
  }
}

/** The segments of `collectText` are text nodes, whatever kind of tree it is given. */
function collect(root: HTMLElement): CollectedText<Text> {
  return collectText<Node>(root) as CollectedText<Text>
}
