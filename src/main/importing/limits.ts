// Owns every limit of importing, with its reason. Holds no code that applies them.

/** The limits of one import. Sizes in bytes unless the name says otherwise. */
export interface ImportLimits {
  /** Size of a file; applied to what the file system says, before anything is read. */
  readonly inputBytes: number
  /** Size of a file that by its name holds other files or entries: archives, books, exports. */
  readonly containerBytes: number
  /** Entries of another service's export. */
  readonly exportEntries: number
  /** How deeply the values of such an export may lie in each other. What is deeper cannot be written down again. */
  readonly exportDepth: number
  /**
   * Length in UTF-16 code units of a text or Markdown file without its embedded images. Two long novels; a paragraph of
   * several times as much keeps a worker busy for half the time limit, and no window shows it at a usable speed.
   */
  readonly textLength: number
  /** Lines of a text or Markdown file that hold something: each may become an element, as many as a page may have. */
  readonly textLines: number
  /** Length in UTF-16 code units of the longest run without white space in a text or Markdown file. */
  readonly unbrokenLength: number
  /** Nodes of a page, counted while it is being parsed. */
  readonly nodes: number
  /** Depth of a page; what is deeper is flattened to its text, since extraction is quadratic in depth. */
  readonly depth: number
  /** Time for parsing one file, in milliseconds. */
  readonly parseTimeMs: number
  /** Heap of one worker, and its heap and buffers together, in megabytes (2^20 bytes). */
  readonly memoryMegabytes: number
  /** Size of one image. */
  readonly resourceBytes: number
  /** Size of all images of one article together. */
  readonly allResourcesBytes: number
  /** Number of images of one article. */
  readonly resources: number
  /** Length in UTF-16 code units of a Markdown file's front matter. */
  readonly frontMatterLength: number
  /** How many nodes the aliases of one YAML document may stand for, against "billion laughs". */
  readonly yamlAliases: number
  /** Number of parts of a mail or a saved page, at all depths together. */
  readonly mimeParts: number
  /** How deeply such parts may lie in each other. */
  readonly mimeDepth: number
  /** Size of one part's header. */
  readonly mimeHeaderBytes: number
  /** Values of a property list, each counted as often as it is referred to. */
  readonly propertyListValues: number
  /** How deeply a property list's values may lie in each other. */
  readonly propertyListDepth: number
  /** Elements of one XML part of a book or a document. */
  readonly xmlNodes: number
  /** Unpacked size of all parts of a document, which are in memory at once. */
  readonly documentBytes: number
  /** How deeply the groups of an RTF document may lie in each other; programs write about twenty. */
  readonly rtfDepth: number
  /** Pages of a PDF; a page takes about ten milliseconds. */
  readonly pdfPages: number
  /** Pieces of text of one page of a PDF that are looked at; a page of newsprint has about ten thousand letters. */
  readonly pdfPiecesPerPage: number
  /** Unpacked size of one stream of a PDF that is no image. */
  readonly pdfStreamBytes: number
  /** How deeply the elements of a book's or a document's XML parts may lie in each other. */
  readonly xmlDepth: number
  /** Files of an archive, those of archives within it included; also the parts of a book or a document. */
  readonly archiveEntries: number
  /** Unpacked size of one of them: twice what a file may have, so that its own import can say that it is too large. */
  readonly archiveEntryBytes: number
  /** Unpacked size of all of them together. */
  readonly archiveBytes: number
  /** How many times its own size an archive may become; text packs to a tenth, a repeated word to a thousandth. */
  readonly archiveRatio: number
  /** Below this unpacked size the ratio is not looked at: a small file of spaces is no bomb. */
  readonly archiveRatioFreeBytes: number
  /** How many archives may lie within each other, the outermost included. */
  readonly archiveDepth: number
}

/** What a program gets that asks for nothing else. The longest novel is about 4 MB of text. */
export const defaultLimits: ImportLimits = {
  inputBytes: 50 * 1024 * 1024,
  containerBytes: 400 * 1024 * 1024,
  exportEntries: 200_000,
  exportDepth: 100,
  textLength: 10_000_000,
  textLines: 400_000,
  unbrokenLength: 1_000_000,
  nodes: 400_000,
  depth: 256,
  parseTimeMs: 30_000,
  memoryMegabytes: 1_024,
  resourceBytes: 20 * 1024 * 1024,
  allResourcesBytes: 100 * 1024 * 1024,
  resources: 500,
  frontMatterLength: 100_000,
  yamlAliases: 50,
  mimeParts: 5_000,
  mimeDepth: 20,
  mimeHeaderBytes: 256 * 1024,
  propertyListValues: 100_000,
  propertyListDepth: 32,
  xmlNodes: 1_000_000,
  documentBytes: 200 * 1024 * 1024,
  rtfDepth: 1_000,
  pdfPages: 5_000,
  pdfPiecesPerPage: 50_000,
  pdfStreamBytes: 64 * 1024 * 1024,
  xmlDepth: 512,
  archiveEntries: 20_000,
  archiveEntryBytes: 100 * 1024 * 1024,
  archiveBytes: 1024 * 1024 * 1024,
  archiveRatio: 200,
  archiveRatioFreeBytes: 50 * 1024 * 1024,
  archiveDepth: 4
}

const containerName = /\.(?:zip|epub|docx|odt|pdf|json|csv)$/i

/** The largest size that a file of this name may have. */
export function inputLimit(fileName: string, limits: ImportLimits): number {
  return containerName.test(fileName) ? limits.containerBytes : limits.inputBytes
}
