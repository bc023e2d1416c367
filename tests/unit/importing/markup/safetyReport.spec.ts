import { describe, expect, it } from 'vitest'
import { parse } from '../support'

const prose =
  '<p>A paragraph that is long enough, with commas, pauses, and a full stop, to be the article of this page.</p>'.repeat(
    6
  )
const removedFrom = async (outside: string, inside = ''): Promise<object> =>
  (await parse(`<title>A</title><body>${outside}<article>${prose}${inside}</article></body>`, 'a.html')).removed
const nothing = { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 }

describe('the report of what was taken out', () => {
  it.each([
    ['an image of one pixel', '<img src="https://a.example/p.gif" width="1" height="1">'],
    ['an image of no size by its style', '<img src="//a.example/p" style="width:0;height:0">'],
    ['an image that is not displayed', '<img src="https://a.example/p" style="display: none">'],
    [
      'a pixel for browsers without scripts',
      '<noscript><img height="1" width="1" src="https://a.example/p"></noscript>'
    ],
    ['a link that reports clicks', '<a href="https://a.example/" ping="https://b.example/p">a</a>']
  ])('counts %s as a tracker, once, inside the article and outside', async (_, markup) => {
    expect([await removedFrom(markup), await removedFrom('', markup)]).toEqual([
      { ...nothing, trackers: 1 },
      { ...nothing, trackers: 1 }
    ])
  })

  it('counts a script that sends beacons as a script, and its beacon as a tracker', async () => {
    const script = '<script>addEventListener("pagehide", () => navigator.sendBeacon("/p", "left"))</script>'
    expect(await removedFrom(script)).toEqual({ ...nothing, scripts: 1, trackers: 1 })
  })

  it('takes neither a thin line nor a local spacer for a tracker', async () => {
    const images = '<img src="https://a.example/line.png" width="600" height="1"><img src="s.gif" width="0" height="1">'
    expect(await removedFrom(images)).toEqual({ ...nothing, remoteImages: 1 })
  })

  it('counts remote images over the whole page, each once', async () => {
    const outside = '<div><img src="https://a.example/logo.png"></div>'
    const inside = '<p><img src="https://a.example/boat.jpg" alt="A boat at the quay"></p>'
    expect(await removedFrom(outside, inside)).toEqual({ ...nothing, remoteImages: 2 })
  })
})
