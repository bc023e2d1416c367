// Owns the way in which commands reach the reader that is on screen, without knowing its components.

/** What a reader on screen can be asked to do. */
export interface ReaderHandle {
  /** Goes to the next or previous hit of the open article; false where there is none on that side. */
  readonly moveHit: (direction: -1 | 1) => boolean
  /** Scrolls by a window's height, less a line or two. */
  readonly scrollPage: (direction: -1 | 1) => void
  /** Gives the text the keyboard. */
  readonly focus: () => void
}

/** The reader as commands see it: whatever is attached, or nothing. */
export interface ReaderControls extends ReaderHandle {
  /** Puts a reader at the other end; the returned function takes it away again. */
  attach(handle: ReaderHandle): () => void
}

/** Makes the link between the commands and the reader of one window. */
export function createReaderControls(): ReaderControls {
  let attached: ReaderHandle | null = null
  return {
    moveHit: direction => attached?.moveHit(direction) ?? false,
    scrollPage: direction => attached?.scrollPage(direction),
    focus: () => attached?.focus(),
    attach: handle => {
      attached = handle
      return () => {
        if (attached === handle) attached = null
      }
    }
  }
}
