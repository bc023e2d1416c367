import { expect, it } from 'vitest'
import { createJobQueue } from '../../../../src/main/search/worker/jobQueue'

it('takes up the newest question first, the older ones after it, and ordered work in its order at last', () => {
  const turns: Array<() => void> = []
  const done: string[] = []
  const queue = createJobQueue(next => turns.push(next))
  const add = (name: string, urgency: 'urgent' | 'ordered'): void => queue.add(() => done.push(name), urgency)

  add('batch 1', 'ordered')
  add('batch 2', 'ordered')
  add('question 1', 'urgent')
  add('question 2', 'urgent')
  for (let turn = turns.shift(); turn; turn = turns.shift()) turn()
  add('batch 3', 'ordered')
  for (let turn = turns.shift(); turn; turn = turns.shift()) turn()

  expect(done).toEqual(['question 2', 'question 1', 'batch 1', 'batch 2', 'batch 3'])
})
