// Owns carrying requests and events over Electron's IPC: checks the sender, then leaves everything to the router.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { EmitEvent } from '@shared/ipc/contract'
import { eventTransport, requestTransport } from '@shared/ipc/channels'
import type { Router } from '../ipc/router'
import { isAppAddress } from '../policy/addresses'

/** Answers requests of the window's top frame; every other frame is refused. */
export function listenToRequests(router: Router, developmentServer: string | undefined): void {
  ipcMain.handle(requestTransport, (event, channel: unknown, input: unknown) =>
    router.dispatch(channel, input, isTrustedSender(event, developmentServer))
  )
}

/** Sends events to every window. */
export const emitToWindows: EmitEvent = (channel, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventTransport, channel, payload)
  }
}

function isTrustedSender(event: IpcMainInvokeEvent, developmentServer: string | undefined): boolean {
  const frame = event.senderFrame
  if (!frame || frame.parent !== null) return false
  if (isAppAddress(frame.url)) return true
  return developmentServer !== undefined && new URL(frame.url).origin === new URL(developmentServer).origin
}
