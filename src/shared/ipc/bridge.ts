// Owns the shape of the bridge that a shell puts on `window.lontar`. Holds no code: the shells and the renderer share it.
import type { EventChannel, RequestChannel } from './channels'
import type { Envelope } from './envelope'

/**
 * What the preload (Electron) or the bridge script (browser mode) offers the renderer. Inputs and outputs are those of
 * the contract; the renderer's client types them by channel.
 */
export interface Bridge {
  /** Sends a request and gives its envelope; never rejects for an expected failure. */
  request(channel: RequestChannel, input: unknown): Promise<Envelope<unknown>>
  /** Calls `listener` for each event of this name until the returned function is called. */
  subscribe(channel: EventChannel, listener: (payload: unknown) => void): () => void
  /**
   * The absolute path of a dropped or chosen file; an empty string where the host cannot know it (browser mode), in
   * which case its bytes go through `upload`.
   */
  pathForFile(file: unknown): string
  /** Sends files' bytes to the host, with the relative path of each, and gives an id for `importing:enqueue`. */
  upload(
    files: readonly { readonly relativePath: string; readonly file: unknown }[]
  ): Promise<Envelope<{ uploadId: string }>>
  /** The address of an article's image, as used in the reader's frame. */
  readonly resourceBase: string
}
