// Owns the browser's own file chooser, for hosts without native dialogs. Reads nothing.

/** Opens the chooser for files or a folder; resolves to an empty list where the person cancelled. */
export function chooseFiles(kind: 'files' | 'folder'): Promise<readonly File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = kind === 'folder'
    input.hidden = true
    const finish = (): void => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', finish, { once: true })
    input.addEventListener('cancel', finish, { once: true })
    // Some browsers ignore a chooser that is not in the page.
    document.body.append(input)
    input.click()
  })
}
