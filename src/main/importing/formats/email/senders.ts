// Owns what a mail's header says of who sent it and where it can be read again. Knows no body.
import { decodeWords } from '../../mime/encodedWords'
import type { MimeHeaders } from '../../mime/headers'
import { parseMailboxes } from '../../mime/mailboxes'

/** The senders by name, or by address where they give no name; null where there is none. */
export function bylineOf(headers: MimeHeaders): string | null {
  const boxes = parseMailboxes(headers.get('From') ?? headers.get('Sender'))
  const names = boxes.flatMap(({ name, address }) => name ?? address ?? [])
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

/**
 * The name that a mailing list gives itself, or null. Senders of bulk mail write numbers of their own there, which name
 * nobody. Source: RFC 2919, section 2.
 */
export function listNameOf(headers: MimeHeaders): string | null {
  const [list] = parseMailboxes(headers.get('List-Id'))
  const name = list?.name ?? null
  if (name === null || list?.address === null || name.length < 3) return null
  return /\d{4}|[@/<>]|^list$/i.test(name) || !/\p{Letter}{2}/u.test(name) ? null : name
}

/** Where the mail stands on the web, or null. Source: RFC 5064. */
export function archiveAddressOf(headers: MimeHeaders): string | null {
  return /^\s*<?(https?:\/\/[^\s<>]+)>?\s*$/i.exec(headers.get('Archived-At') ?? '')?.[1] ?? null
}

/** The subject, or null. */
export function subjectOf(headers: MimeHeaders): string | null {
  return (
    decodeWords(headers.get('Subject') ?? '')
      .replace(/\s+/g, ' ')
      .trim() || null
  )
}
