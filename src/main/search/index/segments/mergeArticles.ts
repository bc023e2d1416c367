// Owns how the articles of several segments become those of one. Knows nothing of terms.
import { SignatureTableWriter } from '../pairs/signatureTable'
import type { ArticleParts } from './articleTable'
import { ByteWriter } from './byteWriter'
import type { CompactSegment } from './compactSegment'
import { fieldCount } from './segmentParts'

/** The slot in the merged segment by the slot in the source; -1 for an article that has been taken out. */
export type SlotMap = Int32Array

/** Numbers the living articles of the sources one after the other. */
export function mapSlots(sources: readonly CompactSegment[]): readonly SlotMap[] {
  let next = 0
  return sources.map(source => {
    const map = new Int32Array(source.slotCount)
    for (let slot = 0; slot < map.length; slot++) map[slot] = source.isAlive(slot) ? next++ : -1
    return map
  })
}

/** Makes the merged articles. `pause` is awaited between small pieces of work. */
export async function mergeArticles(
  sources: readonly CompactSegment[],
  maps: readonly SlotMap[],
  pause: () => Promise<void>
): Promise<ArticleParts> {
  const count = maps.reduce((sum, map) => sum + map.filter(slot => slot >= 0).length, 0)
  const idOffsets = new Uint32Array(count + 1)
  const ids = new ByteWriter(sources.reduce((sum, { parts }) => sum + parts.idBytes.length, 0))
  const revisions = new Float64Array(count)
  const languages = new Uint8Array(count)
  const fieldLengths = new Uint32Array(count * fieldCount)
  const signatures = new SignatureTableWriter(
    count,
    sources.reduce((sum, { parts }) => sum + parts.pairBytes.length, 0)
  )
  for (const [number, source] of sources.entries()) {
    const { parts } = source
    for (const [slot, merged] of (maps[number] ?? []).entries()) {
      if (merged < 0) continue
      ids.writeBytes(parts.idBytes, parts.idOffsets[slot], parts.idOffsets[slot + 1])
      idOffsets[merged + 1] = ids.length
      revisions[merged] = source.revisionOf(slot)
      languages[merged] = parts.languages[slot] ?? 0
      for (let field = 0; field < fieldCount; field++) {
        fieldLengths[field * count + merged] = parts.fieldLengths[field * source.slotCount + slot] ?? 0
      }
      signatures.add(source.signatureOf(slot))
      if (merged % 1_024 === 0) await pause()
    }
  }
  const idOrder = await mergeOrders(sources, maps, count, pause)
  return { idOffsets, idBytes: ids.kept(), idOrder, revisions, languages, fieldLengths, ...signatures.finish() }
}

/** The merged slots in the order of their ids, from the sources' own orders. */
async function mergeOrders(
  sources: readonly CompactSegment[],
  maps: readonly SlotMap[],
  count: number,
  pause: () => Promise<void>
): Promise<Uint32Array> {
  const order = new Uint32Array(count)
  const heads = sources.map((source, number) => ({ source, map: maps[number] ?? new Int32Array(0), at: -1, id: '' }))
  type Head = (typeof heads)[number]
  const advance = (head: Head): boolean => {
    const { idOrder } = head.source.parts
    while (++head.at < idOrder.length) {
      const slot = idOrder[head.at] ?? 0
      if ((head.map[slot] ?? -1) < 0) continue
      head.id = head.source.articleIdOf(slot)
      return true
    }
    return false
  }
  let open = heads.filter(advance)
  for (let at = 0; at < count; at++) {
    let least = open[0]
    for (const head of open) if (least && head.id < least.id) least = head
    if (!least) break
    order[at] = least.map[least.source.parts.idOrder[least.at] ?? 0] ?? 0
    if (!advance(least)) open = open.filter(head => head !== least)
    if (at % 1_024 === 0) await pause()
  }
  return order
}
