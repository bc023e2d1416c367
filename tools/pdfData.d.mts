import type { Plugin } from 'vite'

/** Copies pdfjs's data files beside the bundle. */
export function copyPdfData(): Plugin
