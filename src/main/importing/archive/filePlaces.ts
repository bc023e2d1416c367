// Owns the names under which an archive's files come to lie beside each other on any system. Writes nothing.

type Folder = Map<string, { readonly name: string; readonly folder: Folder | null }>

/** One key for names that some system takes for the same. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`
}

function freeName(folder: Folder, name: string): string {
  if (!folder.has(keyOf(name))) return name
  let number = 2
  while (folder.has(keyOf(numbered(name, number)))) number++
  return numbered(name, number)
}

/**
 * Makes what gives each file a path of its own: a second file of a name, or one that differs only in case, is numbered.
 * Folders of one name are one folder; a folder with the name of a file is numbered.
 */
export function createFilePlaces(): (segments: readonly string[]) => readonly string[] {
  const root: Folder = new Map()
  return segments => {
    let folder = root
    const path: string[] = []
    for (const segment of segments.slice(0, -1)) {
      const known = folder.get(keyOf(segment))
      const name = known?.folder ? known.name : freeName(folder, segment)
      const next: Folder = known?.folder ?? folder.get(keyOf(name))?.folder ?? new Map()
      folder.set(keyOf(name), { name, folder: next })
      path.push(name)
      folder = next
    }
    const name = freeName(folder, segments.at(-1) ?? '')
    folder.set(keyOf(name), { name, folder: null })
    return [...path, name]
  }
}
