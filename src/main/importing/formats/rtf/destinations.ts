// Owns the names of the groups of an RTF file that hold no text of the article, and of those that hold something else.
// Source: Rich Text Format (RTF) Specification 1.9.1, "Destinations".
import type { Destination } from './state'

const skipped =
  'colortbl filetbl listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict objdata objclass objname mmathPr pgptbl do xe tc tcn rxe txe atnid atnauthor atnref atndate atnparent annotation docvar defchp defpap protusertbl userprops falt panose fname pnseclvl pn template private background sp formfield blipuid bliptag picprop factoidname staticval ud wgrffmtfilter bkmkend'.split(
    ' '
  )

const named: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...skipped.map(name => [name, 'skipped'] as const),
  ['fonttbl', 'fontTable'],
  ['stylesheet', 'styleSheet'],
  ['info', 'info'],
  ['pict', 'picture'],
  ['fldinst', 'instruction'],
  ['listtext', 'listText'],
  ['pntext', 'listText'],
  ['bkmkstart', 'bookmark'],
  ['title', 'title'],
  ['author', 'author'],
  ['subject', 'subject'],
  ['keywords', 'keywords'],
  ['doccomm', 'doccomm'],
  ['creatim', 'creatim']
])

/** Groups with a star in front, which old readers skip, that hold text or what belongs to it all the same. */
const transparent = new Set(['shppict', 'shpinst'])

/** What a control word that opens a group makes of it; null for one that opens none. */
export function destinationOf(name: string, isStarred: boolean): Destination | null {
  const destination = named.get(name)
  if (destination) return destination
  return isStarred && !transparent.has(name) ? 'skipped' : null
}
