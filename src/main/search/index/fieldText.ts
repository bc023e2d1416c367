// Owns the text of each field as it is indexed, matched and quoted.
import type { SearchField } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'

/** The text of an article's field; tags are joined by commas. */
export function fieldText(document: SearchDocument, field: SearchField): string {
  return field === 'tags' ? document.tags.join(', ') : document[field]
}
