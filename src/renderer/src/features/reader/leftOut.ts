// Owns the line that says what was left out of a page: "Left out: 2 scripts, 1 image from the web". Pure.
import type { TFunction } from 'i18next'
import type { Removed } from '@shared/model/article'
import type { Formats } from '../../i18n/format'

/** What a reader may miss or be glad to miss. Event handlers are scripts by another name, and no part of what is read. */
const told = ['remoteImages', 'frames', 'forms', 'scripts'] as const

/** The line, or null where nothing was left out. */
export function describeLeftOut(t: TFunction, formats: Formats, removed: Removed): string | null {
  const things = told
    .filter(kind => removed[kind] > 0)
    .map(kind => t(`reader.leftOutKinds.${kind}`, { count: removed[kind], formatted: formats.number(removed[kind]) }))
  return things.length > 0 ? t('reader.leftOut', { things: things.join(', ') }) : null
}
