import { expect, it } from 'vitest'
import { facetGroups } from '../../../../../src/renderer/src/features/results/facetGroups'

const none = { values: [], distinct: 0 }

it('offers only what there is to choose from, states by their figures, and says how many values have no name', () => {
  const groups = facetGroups({
    total: 5,
    isComplete: true,
    publishers: { values: [{ value: 'Kabar Ogan', count: 3 }], distinct: 4 },
    credits: none,
    tags: none,
    languages: none,
    formats: { values: [{ value: 'pdf', count: 5 }], distinct: 1 },
    states: { unread: 1, read: 4, starred: 0, archived: 0, highlight: 2, note: 0, image: 0 },
    months: [],
    undated: 5
  })
  expect(groups).toEqual([
    { name: 'publishers', values: [{ field: 'source', value: 'Kabar Ogan', count: 3 }], unnamed: 3 },
    { name: 'formats', values: [{ field: 'format', value: 'pdf', count: 5 }], unnamed: 0 },
    {
      name: 'states',
      values: [
        { field: 'is', value: 'read', count: 4 },
        { field: 'has', value: 'highlight', count: 2 },
        { field: 'is', value: 'unread', count: 1 }
      ],
      unnamed: 0
    }
  ])
})
