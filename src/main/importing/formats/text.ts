// Owns the importing of plain text: decode, read the structure, write markup. Knows no rule of its own.
import { AppError } from '@shared/errors'
import { nothingRemoved, type Importer } from '../importer'
import { decodeText } from '../text/decodeText'
import { renderBlocks } from '../text/renderBlocks'
import { readStructure } from '../text/structure'
import { refuseEndlessText } from '../text/endlessText'

/**
 * Plain text in any encoding and layout. Throws `file_empty`, `file_binary`, `text_undecodable`, `text_line_too_long`,
 * `file_too_large`.
 */
export const textImporter: Importer = {
  format: 'text',
  async parse(request, limits) {
    const { text, encoding, warnings } = decodeText(request.bytes, null, request.options)
    if (text.trim() === '') throw new AppError('file_empty', 'The file holds nothing but white space')
    refuseEndlessText(text, limits)
    const { stated, guessed, blocks, tags } = readStructure(text)
    return {
      format: 'text',
      stated,
      guessed,
      // Who takes the blocks never asks for it.
      get html() {
        return renderBlocks(blocks)
      },
      blocks,
      resources: [],
      tags,
      warnings,
      removed: nothingRemoved,
      encoding,
      direction: null
    }
  }
}
