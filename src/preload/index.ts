// Owns the bridge between the sandboxed window and the main process: passes messages, decides nothing.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/ipc/bridge'
import { eventTransport, requestTransport, type EventChannel } from '../shared/ipc/channels'
import type { Envelope } from '../shared/ipc/envelope'

const listeners = new Map<EventChannel, Set<(payload: unknown) => void>>()

ipcRenderer.on(eventTransport, (_event, channel: EventChannel, payload: unknown) => {
  for (const listener of listeners.get(channel) ?? []) listener(payload)
})

const bridge: Bridge = {
  request: (channel, input) => ipcRenderer.invoke(requestTransport, channel, input) as Promise<Envelope<unknown>>,
  subscribe: (channel, listener) => {
    const known = listeners.get(channel) ?? new Set()
    listeners.set(channel, known)
    known.add(listener)
    return () => known.delete(listener)
  },
  pathForFile: file => webUtils.getPathForFile(file as File),
  upload: () =>
    Promise.resolve({ kind: 'error', error: { code: 'not_available', message: 'Files are imported by their path' } }),
  resourceBase: 'lontar-article://resource/'
}

contextBridge.exposeInMainWorld('lontar', bridge)
