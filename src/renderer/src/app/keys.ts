// Owns the hearing of key presses: finds the command in the one table and runs it.
import { keyPlace } from './keyPlace'
import { commandForKey, type Command } from './shortcuts'

/** Makes the handler of key presses, for the window and for the reader's frame alike. */
export function createKeyHandler(
  run: (command: Command) => void,
  isMac: boolean,
  isDialogOpen: () => boolean
): (event: KeyboardEvent) => void {
  return event => {
    if (event.defaultPrevented || event.isComposing || isDialogOpen()) return
    const command = commandForKey(event, keyPlace(event.target), isMac)
    if (!command) return
    event.preventDefault()
    run(command)
  }
}
