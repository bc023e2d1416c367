// Owns what the renderer may know of its host, and the commands that menus and shortcuts share.
import * as v from 'valibot'
import { countSchema } from './common'

/** The host of the renderer, and what it can do. */
export const environmentSchema = v.object({
  host: v.picklist(['electron', 'browser']),
  platform: v.picklist(['linux', 'mac', 'windows']),
  version: v.string(),
  /** The desktop's language as a BCP 47 tag. */
  systemLocale: v.string(),
  dataFolder: v.string(),
  /** Where the host cannot show files in the desktop's file manager, this is false. */
  canRevealFiles: v.boolean(),
  /** Where the host shows native open dialogs; elsewhere the renderer uses a file input. */
  hasFileDialogs: v.boolean(),
  /**
   * What the library had to do when it opened, for one message; null on an ordinary start. `resumed_import`: an import that
   * had been interrupted after `done` files goes on.
   */
  recovery: v.nullable(
    v.object({ kind: v.picklist(['interrupted_import', 'resumed_import', 'adopted_originals']), done: countSchema })
  ),
  articleCount: countSchema
})
/** The host of the renderer. */
export type Environment = v.InferOutput<typeof environmentSchema>

/** Every command of the menu bar that the renderer carries out. */
export const menuCommands = [
  'importFiles',
  'importFolder',
  'paste',
  'undo',
  'redo',
  'find',
  'findNext',
  'findPrevious',
  'saveSearch',
  'quickOpen',
  'toggleSidebar',
  'toggleList',
  'toggleBothPanes',
  'textLarger',
  'textSmaller',
  'textReset',
  'showSettings',
  'showShortcuts',
  'showImports',
  'showDetails',
  'toggleStar',
  'toggleArchive',
  'toggleRead',
  'editTags',
  'moveToTrash',
  'nextArticle',
  'previousArticle'
] as const
/** A command of the menu bar. */
export type MenuCommand = (typeof menuCommands)[number]
export const menuCommandSchema = v.picklist(menuCommands)
