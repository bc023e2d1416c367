import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { keyPlace } from '../../../../src/renderer/src/app/keyPlace'

function placeIn(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return keyPlace(document.querySelector('#here'))
}

describe('keyPlace', () => {
  it('is the page for what is no element', () => {
    expect([keyPlace(null), keyPlace(new EventTarget())]).toEqual(['page', 'page'])
  })

  it.each([
    ['<div role="dialog"><input id="here"></div>', 'dialog'],
    ['<div role="menu"><div id="here"></div></div>', 'dialog'],
    ['<input type="text" id="here">', 'field'],
    ['<textarea id="here"></textarea>', 'field'],
    ['<input type="radio" id="here">', 'control'],
    ['<button><svg id="here"></svg></button>', 'control'],
    ['<a href="#x" id="here">link</a>', 'control'],
    ['<div role="listbox" id="here"></div>', 'page'],
    ['<p id="here">text</p>', 'page']
  ])('of %s is %s', (html, place) => {
    expect(placeIn(html)).toBe(place)
  })
})
