// Owns sending events to the open pages of browser mode. Source: HTML standard, server-sent events.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EmitEvent } from '@shared/ipc/contract'

/** Sends events to every page that listens. */
export interface EventStream {
  readonly emit: EmitEvent
  /** Keeps the response open and sends every later event to it. */
  readonly connect: (request: IncomingMessage, response: ServerResponse) => void
  readonly close: () => void
}

/** Makes the stream. */
export function createEventStream(): EventStream {
  const listeners = new Set<ServerResponse>()
  return {
    emit: (channel, payload) => {
      const message = `data: ${JSON.stringify({ channel, payload })}\n\n`
      for (const response of listeners) response.write(message)
    },
    connect: (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(':\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
    },
    close: () => {
      for (const response of listeners) response.end()
      listeners.clear()
    }
  }
}
