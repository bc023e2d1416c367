// Owns the words by which the line below a picture is known. Holds no code.

/** Words at a caption's beginning, or before the photographer in brackets at its end, in lower case. */
export const captionWords: readonly string[] = [
  'foto',
  'ilustrasi',
  'gambar',
  'dok',
  'dokumentasi',
  'tangkapan layar',
  'photo',
  'image',
  'picture',
  'illustration',
  'caption',
  'bild',
  'abbildung',
  'symbolbild',
  'crédit',
  'crédito',
  'photographie',
  'imagen',
  'imagem',
  'beeld'
]
