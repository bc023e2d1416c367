// Owns the labels of head lines such as `Judul: …`, by the field that they state. Holds no code.
import type { EditableField } from '@shared/model/article'

/** Labels in lower case, without the colon. */
export const fieldLabels: ReadonlyMap<string, EditableField> = new Map<string, EditableField>([
  ['judul', 'title'],
  ['title', 'title'],
  ['headline', 'title'],
  ['titel', 'title'],
  ['titre', 'title'],
  ['título', 'title'],
  ['tajuk', 'title'],
  ['subtitle', 'deck'],
  ['subjudul', 'deck'],
  ['tanggal', 'publishedAt'],
  ['tarikh', 'publishedAt'],
  ['diterbitkan', 'publishedAt'],
  ['terbit', 'publishedAt'],
  ['date', 'publishedAt'],
  ['published', 'publishedAt'],
  ['publication date', 'publishedAt'],
  ['datum', 'publishedAt'],
  ['veröffentlicht', 'publishedAt'],
  ['fecha', 'publishedAt'],
  ['data', 'publishedAt'],
  ['publié le', 'publishedAt'],
  ['sumber', 'siteName'],
  ['source', 'siteName'],
  ['publisher', 'siteName'],
  ['quelle', 'siteName'],
  ['fuente', 'siteName'],
  ['fonte', 'siteName'],
  ['bron', 'siteName'],
  ['url', 'url'],
  ['link', 'url'],
  ['tautan', 'url'],
  ['pautan', 'url']
])
