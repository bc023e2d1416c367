// Owns what Electron can do for the use cases: dialogs, the desktop's browser and file manager, the task bar.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { AppError } from '@shared/errors'
import type { Host } from '../application/host'
import { menuTexts } from './menuTexts'

/** What the host needs. */
export interface ElectronHostDependencies {
  readonly resourcesFolder: string
  /** The language of the interface. */
  readonly language: () => 'en' | 'id'
}

/** The endings that the open dialog offers first; every other file can be chosen too. */
const articleExtensions = (
  'txt text md markdown html htm xhtml mhtml mht eml webarchive epub pdf docx odt rtf ' +
  // Archives, and what other services gave their users.
  'zip csv json'
).split(' ')

/** Makes the host. */
export function createElectronHost({ resourcesFolder, language }: ElectronHostDependencies): Host {
  return {
    kind: 'electron',
    version: app.getVersion(),
    systemLocale: () => app.getLocale() || 'en',
    canRevealFiles: true,
    hasFileDialogs: true,
    openExternal: async address => shell.openExternal(address),
    revealFile: async path => {
      shell.showItemInFolder(path)
    },
    openFolder: async path => {
      const problem = await shell.openPath(path)
      if (problem) throw new AppError('not_available', problem)
    },
    pickPaths: async kind => {
      const texts = menuTexts[language()]
      const options: Electron.OpenDialogOptions = {
        title: kind === 'files' ? texts.chooseFiles : texts.chooseFolder,
        properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
        ...(kind === 'files' && {
          filters: [
            { name: texts.articleFiles, extensions: articleExtensions },
            { name: texts.allFiles, extensions: ['*'] }
          ]
        })
      }
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return chosen.filePaths
    },
    saveText: async (fileName, text) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const options: Electron.SaveDialogOptions = { defaultPath: join(app.getPath('documents'), fileName) }
      const chosen = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      if (!chosen.filePath) return null
      await writeFile(chosen.filePath, text)
      return chosen.filePath
    },
    showProgress: fraction => {
      for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(fraction ?? -1)
    },
    takeUpload: () => undefined,
    samplePath: wanted => join(resourcesFolder, 'sample', `${wanted}.txt`)
  }
}
