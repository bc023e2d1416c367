// Owns the words of a forwarded letter's header, by what each line gives. Holds no code.

/** Labels in lower case, without the colon. */
export const letterLabels: ReadonlyMap<string, 'from' | 'date' | 'subject' | 'other'> = new Map([
  ...['from', 'dari', 'daripada', 'von', 'de', 'van'].map(word => [word, 'from'] as const),
  ...[
    'date',
    'sent',
    'tanggal',
    'tarikh',
    'dikirim',
    'datum',
    'gesendet',
    'envoyé',
    'fecha',
    'enviado',
    'data',
    'verzonden'
  ].map(word => [word, 'date'] as const),
  ...['subject', 'subjek', 'perihal', 'hal', 'betreff', 'objet', 'asunto', 'assunto', 'onderwerp'].map(
    word => [word, 'subject'] as const
  ),
  ...['to', 'cc', 'bcc', 'reply-to', 'kepada', 'an', 'à', 'para', 'aan'].map(word => [word, 'other'] as const)
])

/** What mailers set before the subject of an answer or a forwarded letter. */
export const subjectPrefixes: readonly string[] = [
  'fwd',
  'fw',
  're',
  'wg',
  'aw',
  'tr',
  'rv',
  'enc',
  'doorst',
  'terusan'
]
