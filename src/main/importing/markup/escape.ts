// Owns the writing of text into markup. Knows no element.

/** Text as it stands between tags or in a double-quoted attribute. Source: HTML standard, "escaping a string". */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00A0', '&nbsp;')
}
