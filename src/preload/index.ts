// Owns the bridge between the sandboxed window and the main process: passes messages, decides nothing.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/ipc/bridge'
import { eventTransport, requestTransport, type EventChannel } from '../shared/ipc/channels'
import type { Envelope } from '../shared/ipc/envelope'

const listeners = new Map<EventChannel, Set<(payload: unknown) => void>>()
/** The last event of each name that came before the page listened, such as a file opened at the start. */
const early = new Map<EventChannel, unknown>()

ipcRenderer.on(eventTransport, (_event, channel: EventChannel, payload: unknown) => {
  const known = listeners.get(channel)
  if (!known) early.set(channel, payload)
  for (const listener of known ?? []) listener(payload)
})

const bridge: Bridge = {
  request: (channel, input) => ipcRenderer.invoke(requestTransport, channel, input) as Promise<Envelope<unknown>>,
  subscribe: (channel, listener) => {
    const known = listeners.get(channel) ?? new Set()
    listeners.set(channel, known)
    known.add(listener)
    if (early.has(channel)) listener(early.get(channel))
    early.delete(channel)
    return () => known.delete(listener)
  },
  pathForFile: file => webUtils.getPathForFile(file as File),
  upload: () =>
    Promise.resolve({ kind: 'error', error: { code: 'not_available', message: 'Files are imported by their path' } }),
  resourceBase: 'lontar-article://resource/'
}

contextBridge.exposeInMainWorld('lontar', bridge)
