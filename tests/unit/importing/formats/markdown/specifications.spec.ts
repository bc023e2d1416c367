// Every example of the two specifications of Markdown, rendered. What may differ stands below, each with its reason.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderMarkdown } from '../../../../../src/main/importing/formats/markdown/render'
import { finishMarkup } from '../../../../../src/main/importing/markup/finishMarkup'
import { describeMaterial } from '../../support'

interface Example {
  readonly example: number
  readonly markdown: string
  readonly html: string
}

/** Examples that are rendered otherwise on purpose. */
const exceptions: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  commonmark: {
    547: 'two pairs of brackets are a link between notes',
    589: 'two pairs of brackets are a link between notes',
    601: 'bare addresses are links, as GFM extends it',
    607: 'bare addresses are links, as GFM extends it',
    610: 'bare addresses are links, as GFM extends it',
    611: 'bare mail addresses are links, as GFM extends it',
    625: 'comments end where HTML ends them, as from CommonMark 0.31 on',
    626: 'comments end where HTML ends them, as from CommonMark 0.31 on'
  },
  gfm: {
    556: 'two pairs of brackets are a link between notes',
    598: 'two pairs of brackets are a link between notes',
    610: 'an example without the extension for bare addresses',
    616: 'an example without the extension for bare addresses',
    619: 'an example without the extension for bare addresses',
    620: 'an example without the extension for bare addresses',
    630: 'a plus sign in a mail address behind the @ is linked too',
    645: 'comments end where HTML ends them, as from CommonMark 0.31 on',
    646: 'comments end where HTML ends them, as from CommonMark 0.31 on',
    653: 'raw elements are not escaped but sanitised'
  }
}

/** A task's box is a character here, since no form element reaches an article. */
const withBoxes = (html: string): string =>
  html.replace(/<input([^>]*)>\s?/g, (_, attributes: string) => (attributes.includes('checked') ? '☑ ' : '☐ '))

const isSame = (one: string, other: string): boolean =>
  one === other || finishMarkup(one).html === finishMarkup(withBoxes(other)).html

function differing(examples: readonly Example[]): number[] {
  return examples.filter(({ markdown, html }) => !isSame(renderMarkdown(markdown), html)).map(({ example }) => example)
}

describeMaterial('the specifications of Markdown', 'data/markdown', folder => {
  it.each([
    ['commonmark', 'spec.json'],
    ['gfm', 'gfm-spec.json']
  ])('%s is followed but for the examples that are listed', (name, file) => {
    const examples = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Example[]
    const different = differing(examples)
    console.log(`${name}: ${examples.length - different.length} of ${examples.length}`)
    expect(different).toEqual(Object.keys(exceptions[name] ?? {}).map(Number))
  })
})
