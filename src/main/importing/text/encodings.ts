// Placeholder until merged.
export interface EncodingEntry {
  readonly label: string
  readonly name: string
  readonly group: string
}
export const encodings: readonly EncodingEntry[] = [
  { label: 'windows-1252', name: 'Western (Windows-1252)', group: 'Western' }
]
export function previewEncodings(bytes: Uint8Array, labels: readonly string[]) {
  return labels.map(label => ({ label, sample: new TextDecoder(label).decode(bytes.subarray(0, 600)), replaced: 0 }))
}
