// Owns the end of a list that goes on: more comes as soon as it is near, or by its button.
import { useEffect, useRef } from 'react'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'

/** So many pixels before its end is seen, a list goes on. */
const nearMargin = '600px 0px'

/** The end of a list that goes on. `loaded` is how many lines there are, so that a near end is noticed anew. */
export function MoreLines({ loaded, onMore }: { readonly loaded: number; readonly onMore: () => void }) {
  const { t } = useTexts()
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  }, [onMore])
  useEffect(() => {
    const element = end.current
    if (!element) return undefined
    const root = element.closest('[role="dialog"]')
    const nearness = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      root: root?.querySelector('[data-scrolls]') ?? null,
      rootMargin: nearMargin
    })
    nearness.observe(element)
    return () => nearness.disconnect()
    // An end that is still near after more has come is noticed only by looking anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [loaded])
  return (
    <div ref={end}>
      <Button onPress={onMore}>{t('receipt.more')}</Button>
    </div>
  )
}
