// Owns the words around the date on a line of its own, by language. Holds no code.

/** Words that introduce the date of publication, in lower case. */
export const publicationWords: readonly string[] = [
  'diterbitkan',
  'diterbitkan pada',
  'terbit',
  'terbit pada',
  'dipublikasikan',
  'dipublikasikan pada',
  'published',
  'published on',
  'posted',
  'posted on',
  'first published',
  'veröffentlicht',
  'veröffentlicht am',
  'erstellt am',
  'publié',
  'publié le',
  'mis en ligne le',
  'publicado',
  'publicado el',
  'publicado em',
  'gepubliceerd',
  'gepubliceerd op',
  'geplaatst',
  'geplaatst op'
]

/** Words that introduce the date of a later change, in lower case. */
export const updateWords: readonly string[] = [
  'diperbarui',
  'diperbarui pada',
  'dikemas kini',
  'dikemas kini pada',
  'updated',
  'updated on',
  'last updated',
  'last updated on',
  'last modified',
  'aktualisiert',
  'aktualisiert am',
  'zuletzt aktualisiert',
  'mis à jour',
  'mis à jour le',
  'mise à jour',
  'mise à jour le',
  'modifié le',
  'actualizado',
  'actualizado el',
  'última actualización',
  'atualizado',
  'atualizado em',
  'última atualização',
  'bijgewerkt',
  'bijgewerkt op',
  'laatst bijgewerkt'
]

/** Prepositions that can stand between a name and a date. */
export const datePrepositions: readonly string[] = ['on', 'am', 'le', 'el', 'em', 'op', 'pada', 'den']
