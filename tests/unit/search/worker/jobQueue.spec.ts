import { expect, it } from 'vitest'
import { createJobQueue } from '../../../../src/main/search/worker/jobQueue'

it('begins with what comes first, then takes the newest question, the older ones, and ordered work in its order', () => {
  const turns: Array<() => void> = []
  const done: string[] = []
  const queue = createJobQueue(next => turns.push(next))
  const add = (name: string, urgency: 'urgent' | 'ordered'): void => queue.add(() => done.push(name), urgency)

  add('change', 'ordered')
  add('batch 1', 'ordered')
  add('batch 2', 'ordered')
  add('question 1', 'urgent')
  add('question 2', 'urgent')
  for (let turn = turns.shift(); turn; turn = turns.shift()) turn()
  add('batch 3', 'ordered')
  for (let turn = turns.shift(); turn; turn = turns.shift()) turn()

  expect(done).toEqual(['change', 'question 2', 'question 1', 'batch 1', 'batch 2', 'batch 3'])
})
