// Owns the renderer's typed way to its host. Opens envelopes and nothing more: no caching, no business rule.
import type { Bridge } from '@shared/ipc/bridge'
import type { EventChannel, RequestChannel } from '@shared/ipc/channels'
import type { EventPayload, RequestInput, RequestOutput } from '@shared/ipc/contract'
import { openEnvelope } from '@shared/ipc/envelope'

declare global {
  interface Window {
    /** Set by the preload (Electron) or by the bridge script (browser mode) before this code runs. */
    readonly lontar?: Bridge
  }
}

/** A file to send to a host that cannot read the person's disk itself. */
export interface UploadFile {
  /** Path below what was dropped, with `/` between folders. */
  readonly relativePath: string
  readonly file: File
}

/** The host as the renderer sees it. */
export interface Client {
  /** Sends a request; throws the AppError of the answer. */
  request<Channel extends RequestChannel>(
    channel: Channel,
    input: RequestInput<Channel>
  ): Promise<RequestOutput<Channel>>
  /** Calls `listener` for every event of this name until the returned function is called. */
  subscribe<Channel extends EventChannel>(
    channel: Channel,
    listener: (payload: EventPayload<Channel>) => void
  ): () => void
  /** The absolute path of a file that a person gave; null where only its bytes can be had. */
  readonly pathForFile: (file: File) => string | null
  /** Sends the bytes of files and gives the id to import them by; throws AppError. */
  readonly upload: (files: readonly UploadFile[]) => Promise<string>
  /** What stands in for `lontar-article://resource/` in the reader's frame. */
  readonly resourceBase: string
}

/** Makes the typed client of a bridge. The types are the contract's; the host checks values on its side. */
export function createClient(bridge: Bridge): Client {
  return {
    request: async <Channel extends RequestChannel>(channel: Channel, input: RequestInput<Channel>) =>
      openEnvelope(await bridge.request(channel, input)) as RequestOutput<Channel>,
    subscribe: <Channel extends EventChannel>(channel: Channel, listener: (payload: EventPayload<Channel>) => void) =>
      bridge.subscribe(channel, payload => listener(payload as EventPayload<Channel>)),
    pathForFile: file => bridge.pathForFile(file) || null,
    upload: async files => openEnvelope(await bridge.upload(files)).uploadId,
    resourceBase: bridge.resourceBase
  }
}
