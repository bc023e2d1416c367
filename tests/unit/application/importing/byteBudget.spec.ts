import { describe, expect, it } from 'vitest'
import { createByteBudget } from '../../../../src/main/application/importing/byteBudget'

describe('createByteBudget', () => {
  it('lends no more than it has, in the order of asking', async () => {
    const budget = createByteBudget(10)
    const order: string[] = []
    const first = await budget.borrow(8)
    const second = budget.borrow(8).then(giveBack => (order.push('second'), giveBack))
    const third = budget.borrow(1).then(giveBack => (order.push('third'), giveBack))
    await Promise.resolve()
    expect(order).toEqual([])
    first()
    ;(await second)()
    ;(await third)()
    expect(order).toEqual(['second', 'third'])
  })

  it('lends everything to one that asks for more than there is', async () => {
    const budget = createByteBudget(10)
    const giveBack = await budget.borrow(1_000)
    let isServed = false
    const next = budget.borrow(1).then(() => (isServed = true))
    await Promise.resolve()
    expect(isServed).toBe(false)
    giveBack()
    await next
    expect(isServed).toBe(true)
  })

  it('takes bytes back once', async () => {
    const budget = createByteBudget(10)
    const giveBack = await budget.borrow(10)
    giveBack()
    giveBack()
    await budget.borrow(10)
    let isServed = false
    void budget.borrow(1).then(() => (isServed = true))
    await Promise.resolve()
    expect(isServed).toBe(false)
  })
})
