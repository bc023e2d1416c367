import { expect, it } from 'vitest'
import { parseSourceSet } from '../../../../src/main/importing/markup/imageAddresses'

it.each([
  ['', []],
  [' , ', []],
  ['a.jpg', ['a.jpg']],
  ['a.jpg 1x, b.jpg 2x', ['b.jpg', 'a.jpg']],
  ['a.jpg 480w,b.jpg 960w', ['b.jpg', 'a.jpg']],
  ['data:image/png;base64,AA== 1x, b,c.jpg 2x', ['b,c.jpg', 'data:image/png;base64,AA==']]
])('reads the image set %j, largest first', (value, addresses) => {
  expect(parseSourceSet(value)).toEqual(addresses)
})
