import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import {
  actionTargets,
  createUiStore,
  withHistoryStep,
  withOpenArticle,
  withSelection
} from '../../../../src/renderer/src/app/uiStore'
import { selectAll, selectOne } from '../../../../src/renderer/src/features/library/selection'

const id = (text: string): ArticleId => text as ArticleId
const start = (articleId: string | null = null) =>
  createUiStore({ view: { kind: 'inbox' }, articleId: articleId === null ? null : id(articleId) })

describe('uiStore', () => {
  it('has nothing to act on where nothing is open or chosen', () => {
    expect(actionTargets(start().getState())).toEqual([])
  })

  it('acts on the open article, and not on one row chosen elsewhere', () => {
    const ui = start('a')
    ui.setState(state => withSelection(state, selectOne(3, id('b'))))
    expect(actionTargets(ui.getState())).toEqual(['a'])
  })

  it('acts on all rows where several are chosen', () => {
    const ui = start('a')
    ui.setState(state => withSelection(state, selectAll(selectOne(0, id('b')), [id('b'), id('c')])))
    expect(actionTargets(ui.getState())).toEqual(['b', 'c'])
  })

  it('keeps the choice in the list while results are chosen', () => {
    const ui = start()
    ui.setState(state => withSelection(state, selectOne(1, id('b'))))
    ui.setState({ search: { query: 'rivers', isTyping: true } })
    ui.setState(state => withSelection(state, selectOne(0, id('z'))))
    expect(ui.getState().listSelection.activeId).toBe('b')
  })

  it('takes blank text for no search', () => {
    const ui = start()
    ui.setState({ search: { query: '   ', isTyping: true } })
    ui.setState(state => withSelection(state, selectOne(1, id('b'))))
    expect(ui.getState().listSelection.activeId).toBe('b')
  })

  it('has no way back from the first article', () => {
    expect(withHistoryStep(start('a').getState(), -1)).toBeNull()
  })

  it('opens an article at its last hit when it is come to from behind', () => {
    expect(withOpenArticle(start().getState(), id('a'), -1).hitPosition).toEqual({ articleId: 'a', index: -1 })
  })
})
