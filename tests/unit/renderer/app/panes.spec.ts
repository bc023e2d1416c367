import { describe, expect, it } from 'vitest'
import { arrangePanes, togglePane, type PaneInputs } from '../../../../src/renderer/src/app/panes'

const wide: PaneInputs = {
  width: 1280,
  overlay: 'none',
  hasArticle: true,
  isListVisible: true,
  isSidebarVisible: true
}
const narrow: PaneInputs = { ...wide, width: 720 }

describe('arrangePanes', () => {
  it('follows the settings in a wide window', () => {
    expect(arrangePanes({ ...wide, isSidebarVisible: false })).toEqual({
      isListOverlay: false,
      isSidebarOverlay: false,
      isListShown: true,
      isSidebarShown: false
    })
  })

  it('shows only the text in a narrow window, whatever the settings say', () => {
    expect(arrangePanes(narrow)).toEqual({
      isListOverlay: true,
      isSidebarOverlay: true,
      isListShown: false,
      isSidebarShown: false
    })
  })

  it('shows the list in a narrow window that has no article to show', () => {
    expect(arrangePanes({ ...narrow, hasArticle: false }).isListShown).toBe(true)
  })
})

describe('togglePane', () => {
  it('changes a setting in a wide window', () => {
    expect(togglePane(wide, 'sidebar')).toEqual({ overlay: 'none', settings: { isSidebarVisible: false } })
    expect(togglePane(wide, 'list')).toEqual({ overlay: 'none', settings: { isListVisible: false } })
  })

  it('slides a pane over the reader in a narrow window and leaves the settings alone', () => {
    expect(togglePane(narrow, 'sidebar')).toEqual({ overlay: 'sidebar', settings: {} })
    expect(togglePane(narrow, 'list')).toEqual({ overlay: 'list', settings: {} })
  })

  it('goes from the sidebar back to the list that it slid over', () => {
    expect(togglePane({ ...narrow, overlay: 'sidebar' }, 'sidebar')).toEqual({ overlay: 'list', settings: {} })
  })

  it('hides both where either is shown, and shows both where none is', () => {
    const hidden = { isListVisible: false, isSidebarVisible: false }
    expect(togglePane({ ...wide, isListVisible: false }, 'both')).toEqual({ overlay: 'none', settings: hidden })
    expect(togglePane({ ...wide, ...hidden }, 'both').settings).toEqual({ isListVisible: true, isSidebarVisible: true })
  })

  it('treats each pane by its own width between the two', () => {
    const between = { ...wide, width: 900, overlay: 'list' as const }
    expect(togglePane(between, 'both')).toEqual({ overlay: 'none', settings: { isSidebarVisible: false } })
  })
})
