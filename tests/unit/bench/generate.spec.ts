import { expect, it } from 'vitest'
import { generateArticles } from '../../bench/generate'

it('made-up articles are the same for the same seed, others for another, and of the promised length', () => {
  const articles = [...generateArticles(20, 1)]
  expect([...generateArticles(20, 1)]).toEqual(articles)
  expect([...generateArticles(20, 2)]).not.toEqual(articles)
  const lengths = articles.map(({ text }) => text.split(/\s+/).length)
  expect([Math.min(...lengths) > 400, Math.max(...lengths) < 950]).toEqual([true, true])
})
