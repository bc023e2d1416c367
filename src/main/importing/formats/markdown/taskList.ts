// Owns the task items of GitHub's Markdown: `- [ ]` and `- [x]`. Source: https://github.github.com/gfm/#task-list-items-extension-
import type { MarkdownIt } from 'markdown-it'

const mark = /^\[([ xX])\]\s+(?=\S)/

/** Shows each task's state as a ballot box character, since a form element reaches no article. */
export function taskListPlugin(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task-list', state => {
    for (let index = 2; index < state.tokens.length; index++) {
      const [item, paragraph, inline] = state.tokens.slice(index - 2, index + 1)
      const first = inline?.children?.[0]
      if (item?.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open' || first?.type !== 'text') continue
      const box = mark.exec(first.content)?.[1]
      if (box === undefined) continue
      item.attrJoin('class', 'task-item')
      first.content = `${box === ' ' ? '☐' : '☑'} ${first.content.replace(mark, '')}`
    }
  })
}
