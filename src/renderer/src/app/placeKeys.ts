// Owns the list of keys that belong to one place and are heard there, for the list of shortcuts. Runs nothing.

/** Keys of one place, by the names of its texts. Keys are written as in the table of shortcuts. */
export const placeKeys = [
  {
    place: 'searchField',
    keys: [
      { text: 'takeSuggestion', keys: ['Tab', 'ArrowRight'] },
      { text: 'showSuggestions', keys: ['Alt+ArrowDown'] },
      { text: 'earlierSearches', keys: ['ArrowDown'] },
      { text: 'forgetSearch', keys: ['Delete'] },
      { text: 'enterResults', keys: ['ArrowDown', 'Enter'] }
    ]
  },
  {
    place: 'savedSearch',
    keys: [
      { text: 'editSaved', keys: ['F2'] },
      { text: 'moveSaved', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
      { text: 'deleteSaved', keys: ['Delete'] }
    ]
  }
] as const
