// Owns the words of the encodings that a person may choose, in the interface's language. Knows the groups that have words.
import type { TFunction } from 'i18next'
import type { EncodingChoice } from '@shared/model/importing'
import { en } from './en'

type EncodingGroup = keyof typeof en.encoding.groups

/** The pseudo-encoding by which text that was encoded twice is mended. */
export const twiceEncoded = 'utf-8-twice'

function isKnown(group: string): group is EncodingGroup {
  return group in en.encoding.groups
}

/** The part of the world that encodings are used in; a group without words of its own keeps the host's. */
export function encodingGroupText(t: TFunction, group: string): string {
  return isKnown(group) ? t(`encoding.groups.${group}`) : group
}

/** An encoding as it is called below the heading of its group: `Windows-1250`, and not `Central European (Windows-1250)`. */
export function encodingText(t: TFunction, { label, name, group }: EncodingChoice): string {
  if (label === twiceEncoded) return t('encoding.twice')
  const isRepeated = name.startsWith(`${group} (`) && name.endsWith(')')
  return isRepeated ? name.slice(group.length + 2, -1) : name
}
