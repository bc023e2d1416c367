// Owns the page inside the reader's frame: waits for its stylesheet, keeps it in step with theme and typography, hears
// its keys and clicks. Loads nothing and renders no article.
import { useCallback, useEffect, useState } from 'react'
import type { Settings } from '@shared/model/settings'
import { useServices } from '../../app/services'
import type { Typography } from '../settings/typography'
import type { ConcreteTheme } from '../settings/theme'

/** What the frame hands up. */
export interface FrameListeners {
  readonly onLink: (link: Element) => void
  readonly onImage: (image: HTMLImageElement) => void
  readonly onScroll: () => void
}

/** The frame's page once it is ready, and the handler of the frame's load event. */
export interface FramePage {
  readonly page: Document | null
  readonly onLoad: (frame: HTMLIFrameElement) => void
}

/** Keeps the page of the frame dressed and heard. */
export function useFramePage(settings: Settings, theme: ConcreteTheme, listeners: FrameListeners): FramePage {
  const { handleKey, transfers } = useServices()
  const [page, setPage] = useState<Document | null>(null)

  const onLoad = useCallback((frame: HTMLIFrameElement) => setPage(frame.contentDocument), [])

  const { typeface, fontSize, lineHeight, measure } = settings
  useEffect(() => {
    if (page) dress(page.documentElement, theme, { typeface, fontSize, lineHeight, measure })
  }, [page, theme, typeface, fontSize, lineHeight, measure])

  const { onLink, onImage, onScroll } = listeners
  useEffect(() => {
    if (!page) return undefined
    const hearClick = (event: MouseEvent): void => {
      const target = event.target as Element | null
      // Buttons on the page are the page's own; an article's are taken out.
      const link = target?.closest?.('a, button')
      // An image that is a link leads where the link does.
      if (!link) return event.button === 0 && isImage(target) ? onImage(target) : undefined
      event.preventDefault()
      onLink(link)
    }
    const hearImageKey = (event: KeyboardEvent): void => {
      const target = event.target as Element | null
      if ((event.key !== 'Enter' && event.key !== ' ') || !isImage(target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      onImage(target)
    }
    page.addEventListener('keydown', hearImageKey)
    page.addEventListener('keydown', handleKey)
    page.addEventListener('click', hearClick)
    page.addEventListener('auxclick', hearClick)
    page.addEventListener('dragenter', transfers.drag)
    page.addEventListener('dragover', transfers.drag)
    page.addEventListener('drop', transfers.drop)
    page.addEventListener('paste', transfers.paste)
    page.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      page.removeEventListener('keydown', hearImageKey)
      page.removeEventListener('keydown', handleKey)
      page.removeEventListener('click', hearClick)
      page.removeEventListener('auxclick', hearClick)
      page.removeEventListener('dragenter', transfers.drag)
      page.removeEventListener('dragover', transfers.drag)
      page.removeEventListener('drop', transfers.drop)
      page.removeEventListener('paste', transfers.paste)
      page.removeEventListener('scroll', onScroll)
    }
  }, [page, handleKey, transfers, onLink, onImage, onScroll])

  return { page, onLoad }
}

/** Nodes of the frame are of the frame's own classes, so that `instanceof` would not know them. */
function isImage(element: Element | null): element is HTMLImageElement {
  return element?.localName === 'img' && element.hasAttribute('src')
}

/** Sets what the stylesheet of the frame reads: nothing is loaded again, and the text keeps its place. */
function dress(root: HTMLElement, theme: ConcreteTheme, typography: Typography): void {
  root.dataset['theme'] = theme
  root.dataset['typeface'] = typography.typeface
  root.style.setProperty('--font-size', `${typography.fontSize}px`)
  root.style.setProperty('--line-height', String(typography.lineHeight))
  root.style.setProperty('--measure', String(typography.measure))
}
