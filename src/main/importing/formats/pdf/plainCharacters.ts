// Owns the signs that fonts and printing programs use in place of letters: radicals, ligatures, Arabic shapes. Joins no text.
// Source: Unicode's EquivalentUnifiedIdeograph.txt for the radicals that no normalisation form replaces.

const radicals = new Map(
  [
    ...'⺁厂⺅亻⺌小⺍小⺎尢⺐尣⺗心⺝月⺠民⺢水⺥爪⺩王⺫目⺬示⺮竹⺱网⺳网⺶羊⺹老⺼月⻀艹⻁虎⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'.matchAll(
      /(.)(.)/gu
    )
  ].map(([, radical = '', character = '']) => [radical, character])
)

const substitutes = /[\u2E80-\u2FDF\uFB00-\uFDFF\uFE70-\uFEFE]/g
// oxlint-disable-next-line no-control-regex -- some fonts give them for what they do not name
const controls = /[\u0000-\u0008\u000B-\u001F]/g

/** Text in the characters that a person would type. */
export function plainCharacters(text: string): string {
  return text.replace(substitutes, found => radicals.get(found) ?? found.normalize('NFKC')).replace(controls, '')
}
