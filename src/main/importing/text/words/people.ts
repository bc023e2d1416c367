// Owns the labels in front of an author's or editor's name. Holds no code.

/** Labels of authors, with and without a colon, by language. `Oleh`, `By`, `Von` … need a name behind them. */
export const authorLabels: readonly string[] = [
  'penulis',
  'reporter',
  'pewarta',
  'wartawan',
  'kontributor',
  'oleh',
  'author',
  'authors',
  'written by',
  'words by',
  'story by',
  'by',
  'autor',
  'autorin',
  'von',
  'auteur',
  'par',
  'autora',
  'por',
  'door',
  'geschreven door',
  'автор',
  'بقلم',
  'di',
  'av',
  'af'
]

/** Labels of editors and others who are named only where no author is. */
export const editorLabels: readonly string[] = [
  'editor',
  'penyunting',
  'redaktur',
  'redaksi',
  'penerjemah',
  'edited by',
  'redaktion',
  'redacteur',
  'rédaction',
  'redacción',
  'edição',
  'redactie',
  'uploader',
  'pengunggah',
  'fotografer',
  'produser',
  'producer'
]

/** Labels that need no colon, since a name right behind them is a byline. */
export const bareLabels: ReadonlySet<string> = new Set([
  'oleh',
  'by',
  'written by',
  'words by',
  'story by',
  'von',
  'par',
  'por',
  'door',
  'edited by'
])

/** Lines that name a newsroom in place of a person, in lower case. */
export const staffBylines: ReadonlySet<string> = new Set([
  'redaksi',
  'tim redaksi',
  'tim liputan',
  'staff',
  'staff writer',
  'staff reporter',
  'staff writers',
  'by staff',
  'by our staff',
  'by staff writer',
  'newsroom',
  'redaktion',
  'von unserer redaktion',
  'von der redaktion',
  'la rédaction',
  'par la rédaction',
  'redacción',
  'la redacción',
  'por la redacción',
  'redação',
  'da redação',
  'pela redação',
  'redactie',
  'de redactie',
  'door de redactie',
  'van onze redactie',
  'door onze redactie'
])

/** "Our" before what somebody is, such as `onze redacteur`, by language. */
export const ourWords: readonly string[] = [
  'our',
  'unserem',
  'unserer',
  'unseren',
  'onze',
  'ons',
  'notre',
  'nos',
  'nuestro',
  'nuestra',
  'nosso',
  'nossa'
]
