// Owns the histogram of dates on screen: bars to drag over, two ends to move by keys, and the same in words.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { QueryFilter } from '@shared/model/query'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { countOfRange, rangeOfFilters, type BucketRange, type Histogram } from './buckets'
import { bucketText } from './bucketText'
import { RangeThumb } from './RangeThumb'
import { barAt, moveEdge, rangeBetween, type RangeEdge } from './rangeSteps'
import styles from './YearHistogram.module.css'

/** A histogram whose bars choose dates. */
export interface YearHistogramProps {
  readonly histogram: Histogram
  readonly filters: readonly QueryFilter[]
  /** A range was chosen, or all of it (null). */
  readonly onChoose: (range: BucketRange | null) => void
}

/** Keys move an end many times in a row; the search follows after so many milliseconds. */
const keyPauseMs = 300

/** A histogram whose bars choose dates. */
export function YearHistogram({ histogram, filters, onChoose }: YearHistogramProps) {
  const words = useTexts()
  const { t, formats } = words
  const bars = useRef<HTMLDivElement>(null)
  const dragFrom = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** What is being chosen and not yet asked for. */
  const [draft, setDraft] = useState<BucketRange | null>(null)
  const [now] = useState(() => new Date())
  const { buckets, unit } = histogram
  const all: BucketRange = { first: 0, last: buckets.length - 1 }
  const filtered = rangeOfFilters(histogram, filters, now)
  // What was being chosen has been answered, or is void where the bars are others now.
  const key = JSON.stringify([unit, buckets[0]?.start, buckets.length, filtered])
  const [answered, setAnswered] = useState(key)
  if (key !== answered) {
    setAnswered(key)
    setDraft(null)
  }

  const range = draft ?? filtered ?? all
  const most = Math.max(1, ...buckets.map(({ count }) => count))
  const isAll = range.first === 0 && range.last === all.last
  const articles = (count: number): string => t('common.articles', { count, formatted: formats.number(count) })
  const textAt = (index: number): string => {
    const bucket = buckets[index]
    return bucket ? bucketText(words, unit, bucket) : ''
  }
  const isRightToLeft = (): boolean => bars.current !== null && getComputedStyle(bars.current).direction === 'rtl'
  const choose = (next: BucketRange): void => {
    clearTimeout(timer.current)
    onChoose(next.first === 0 && next.last === all.last ? null : next)
  }

  const pointedBar = (event: PointerEvent): number => {
    const { left = 0, width = 0 } = bars.current?.getBoundingClientRect() ?? {}
    return barAt(event.clientX - left, width, buckets.length, isRightToLeft())
  }
  const startDrag = (event: PointerEvent): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragFrom.current = pointedBar(event)
    setDraft(rangeBetween(dragFrom.current, dragFrom.current))
  }
  const drag = (event: PointerEvent): void => {
    if (dragFrom.current !== null) setDraft(rangeBetween(dragFrom.current, pointedBar(event)))
  }
  const endDrag = (event: PointerEvent): void => {
    if (dragFrom.current === null) return
    const chosen = rangeBetween(dragFrom.current, pointedBar(event))
    dragFrom.current = null
    // The only bar that was chosen, once more, means any date again.
    const isSame = filtered !== null && filtered.first === chosen.first && filtered.last === chosen.last
    setDraft(isSame ? all : chosen)
    choose(isSame && chosen.first === chosen.last ? all : chosen)
  }
  const cancelDrag = (): void => {
    dragFrom.current = null
    setDraft(null)
  }
  const hearKey = (event: KeyboardEvent, edge: RangeEdge): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = moveEdge(range, edge, event.key, buckets.length, isRightToLeft())
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => choose(next), keyPauseMs)
  }

  return (
    <fieldset className={styles.histogram}>
      <legend>{t(`results.histogram.${unit}`)}</legend>
      <div
        ref={bars}
        className={styles.bars}
        aria-hidden
        onPointerDown={startDrag}
        onPointerMove={drag}
        onPointerUp={endDrag}
        onPointerCancel={cancelDrag}
      >
        {buckets.map(({ start, count }, index) => (
          <div
            key={start}
            className={styles.bar}
            data-in={(index >= range.first && index <= range.last) || undefined}
            title={t('results.bar', { date: textAt(index), articles: articles(count) })}
          >
            <span style={{ height: `${(count / most) * 100}%` }} data-empty={count === 0 || undefined} />
          </div>
        ))}
      </div>
      <div className={styles.rail}>
        {(['first', 'last'] as const).map(edge => (
          <RangeThumb
            key={edge}
            label={edge === 'first' ? t('results.from') : t('results.to')}
            value={range[edge]}
            least={edge === 'first' ? 0 : range.first}
            most={edge === 'first' ? range.last : all.last}
            text={textAt(range[edge])}
            share={(edge === 'first' ? range.first : range.last + 1) / Math.max(1, buckets.length)}
            onKey={event => hearKey(event, edge)}
          />
        ))}
      </div>
      <div className={styles.caption}>
        <output>
          {range.first === range.last
            ? t('results.bar', { date: textAt(range.first), articles: articles(countOfRange(histogram, range)) })
            : t('results.range', {
                from: textAt(range.first),
                to: textAt(range.last),
                articles: articles(countOfRange(histogram, range))
              })}
        </output>
        {!isAll && (
          <Button
            kind="quiet"
            onPress={() => {
              setDraft(all)
              choose(all)
            }}
          >
            {t('results.anyDate')}
          </Button>
        )}
      </div>
      <ol className="visuallyHidden">
        {buckets.map(({ start, count }, index) =>
          count === 0 ? null : (
            <li key={start}>{t('results.bar', { date: textAt(index), articles: articles(count) })}</li>
          )
        )}
      </ol>
    </fieldset>
  )
}
