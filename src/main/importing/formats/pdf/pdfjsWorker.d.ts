// Owns the types of pdfjs's parsing half, which the package does not give.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What the displaying half looks for before it would start a worker of its own. */
  export const WorkerMessageHandler: object
}
