// Owns as much of jsdom's types as the page benchmark uses; the package brings none.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly url: string })
    readonly window: { readonly document: never; close(): void }
  }
}
