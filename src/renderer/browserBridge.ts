// Owns browser mode's bridge: puts `window.lontar` in front of the loopback server. Electron's window never loads it.
import type { Bridge } from '@shared/ipc/bridge'
import { eventChannels, type EventChannel } from '@shared/ipc/channels'
import type { Envelope } from '@shared/ipc/envelope'

/** Files of more bytes are announced by their size and not sent: the import refuses them by it. */
const maxSentBytes = 256 * 1024 * 1024
const listeners = new Map<EventChannel, Set<(payload: unknown) => void>>(
  eventChannels.map(channel => [channel, new Set()])
)

async function post(path: string, headers: Record<string, string>, body: BodyInit): Promise<Envelope<unknown>> {
  try {
    const response = await fetch(path, { method: 'POST', headers, body })
    if (response.ok) return (await response.json()) as Envelope<unknown>
    return { kind: 'error', error: { code: 'not_available', message: await response.text() } }
  } catch {
    return { kind: 'error', error: { code: 'not_available', message: 'Lontar has been ended; start it again' } }
  }
}

async function sendFile(uploadId: string, relativePath: string, file: File): Promise<Envelope<unknown>> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'X-Relative-Path': encodeURIComponent(relativePath),
    'X-Size': String(file.size)
  }
  return post(`/upload/${uploadId}`, headers, file.size > maxSentBytes ? '' : file)
}

const bridge: Bridge = {
  request: (channel, input) =>
    post(`/request/${encodeURIComponent(channel)}`, { 'Content-Type': 'application/json' }, JSON.stringify(input)),
  subscribe: (channel, listener) => {
    listeners.get(channel)?.add(listener)
    return () => listeners.get(channel)?.delete(listener)
  },
  pathForFile: () => '',
  upload: async files => {
    const uploadId = `u${crypto.randomUUID().replaceAll('-', '')}`
    for (const { relativePath, file } of files) {
      const answer = await sendFile(uploadId, relativePath, file as File)
      // A single file that fails becomes a line of the receipt; this is the server itself.
      if (answer.kind === 'error') return answer
    }
    return { kind: 'ok', value: { uploadId } }
  },
  resourceBase: '/resource/'
}

const events = new EventSource('/events')
events.addEventListener('message', message => {
  const { channel, payload } = JSON.parse(String(message.data)) as { channel: EventChannel; payload: unknown }
  for (const listener of listeners.get(channel) ?? []) listener(payload)
})
Object.defineProperty(window, 'lontar', { value: Object.freeze(bridge) })
