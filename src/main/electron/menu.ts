// Owns the menu bar. Every command of its own is carried out by the window, as its shortcuts are.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/model/app'
import { menuTexts } from './menuTexts'

/** Builds the menu bar in a language and shows it. */
export function showMenu(language: 'en' | 'id', choose: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, choose)))
}

function menuTemplate(language: 'en' | 'id', choose: (command: MenuCommand) => void): MenuItemConstructorOptions[] {
  const texts = menuTexts[language]
  const isMac = process.platform === 'darwin'
  // The window handles the keys itself, in one table; the menu only shows them.
  const item = (command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: texts[command],
    click: () => choose(command),
    // macOS registers whatever it shows, and a single letter there would be taken out of every text field.
    ...(accelerator === undefined || (isMac && !accelerator.includes('+'))
      ? {}
      : { accelerator, registerAccelerator: false })
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      item('showSettings', 'Cmd+,'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' }
    ]
  }
  const fileEnd: MenuItemConstructorOptions[] = isMac
    ? [{ role: 'close', label: texts.close }]
    : [item('showSettings', 'Ctrl+,'), line, { role: 'quit', label: texts.quit, accelerator: 'Ctrl+Q' }]
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: texts.file,
      submenu: [
        item('importFiles', 'CmdOrCtrl+O'),
        item('importFolder', 'CmdOrCtrl+Shift+O'),
        // The page may not read the clipboard; a paste event carries the text to it.
        { label: texts.paste, click: () => BrowserWindow.getFocusedWindow()?.webContents.paste() },
        line,
        item('showImports'),
        line,
        ...fileEnd
      ]
    },
    {
      label: texts.edit,
      submenu: [
        item('undo', 'CmdOrCtrl+Z'),
        item('redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.pasteText },
        { role: 'selectAll', label: texts.selectAll },
        line,
        item('find', 'CmdOrCtrl+K'),
        item('findNext', 'F3'),
        item('findPrevious', 'Shift+F3'),
        item('saveSearch', 'CmdOrCtrl+S'),
        item('quickOpen', 'CmdOrCtrl+Shift+P')
      ]
    },
    {
      label: texts.view,
      submenu: [
        item('toggleSidebar'),
        item('toggleList'),
        item('toggleBothPanes', 'CmdOrCtrl+\\'),
        line,
        item('textLarger', 'CmdOrCtrl+Plus'),
        item('textSmaller', 'CmdOrCtrl+-'),
        item('textReset', 'CmdOrCtrl+0'),
        line,
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: texts.developerTools } as const])
      ]
    },
    {
      label: texts.article,
      submenu: [
        item('toggleRead', 'U'),
        item('toggleStar', 'S'),
        item('toggleArchive', 'E'),
        item('editTags', 'T'),
        item('showDetails', 'CmdOrCtrl+I'),
        line,
        item('moveToTrash', 'Delete')
      ]
    },
    { label: texts.go, submenu: [item('nextArticle', 'J'), item('previousArticle', 'K')] },
    ...(isMac ? [{ role: 'windowMenu', label: texts.window } as const] : []),
    { role: 'help', label: texts.help, submenu: [item('showShortcuts', 'F1')] }
  ]
}
