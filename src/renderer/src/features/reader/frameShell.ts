// Owns the empty page of the reader's frame: its policy, its stylesheet, its landmarks. No article is ever in it: that is
// put in as nodes by renderArticle, so that nothing is parsed twice.

/** What the page of the frame needs to know. */
export interface FrameShellOptions {
  /** Absolute address of the bundled reader.css. */
  readonly stylesheet: string
  /** Where images come from: the scheme of `lontar-article:` or this host's own address. */
  readonly resourceBase: string
}

/** The policy inside the frame: no script, no connection, no form; only our stylesheet, our fonts and stored images. */
export function framePolicy(resourceBase: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(resourceBase)?.[1]
  const images = scheme && !/^https?:$/i.test(scheme) ? scheme : "'self'"
  return `default-src 'none'; img-src ${images}; style-src 'self' 'unsafe-inline'; font-src 'self'; form-action 'none'; base-uri 'none'`
}

/** The markup of the frame's empty page. */
export function buildFrameShell(options: FrameShellOptions): string {
  const policy = escapeAttribute(framePolicy(options.resourceBase))
  return (
    `<!doctype html><html><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="referrer" content="no-referrer">` +
    `<link rel="stylesheet" href="${escapeAttribute(options.stylesheet)}">` +
    `<title>Article</title></head><body><main tabindex="-1"></main></body></html>`
  )
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
