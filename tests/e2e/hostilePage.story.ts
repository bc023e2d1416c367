import { join } from 'node:path'
import { writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const paragraph =
  '<p>A quiet paragraph about the harbour, long enough to be taken for the article itself by anyone who looks for one, with commas, pauses, and an end.</p>'

/** Everything in it would set `ran`, ask for something outside, or lead away, if it were let. */
const hostilePage = {
  fileName: 'hostile.html',
  text: `<!doctype html><html lang="en"><head><title>A page that means harm</title>
<meta http-equiv="refresh" content="0;url=http://outside.invalid/refresh">
<base href="http://outside.invalid/">
<link rel="stylesheet" href="http://outside.invalid/style.css">
<style>@import url(http://outside.invalid/import.css); p { background: url(http://outside.invalid/background.png) }</style>
<script>top.ran = window.ran = 'head script'</script></head>
<body onload="top.ran = 'onload'"><article><h1>A page that means harm</h1>${paragraph.repeat(4)}
<script>top.ran = 'body script'</script>
<img src="x" onerror="top.ran = 'onerror'"><img src="http://outside.invalid/pixel.png">
<svg onload="top.ran = 'svg'"><script>top.ran = 'svg script'</script><a href="javascript:top.ran='svg link'"><text>x</text></a></svg>
<math><mtext><table><mglyph><style><img src=x onerror="top.ran='mutation'"></style></mglyph></table></mtext></math>
<iframe src="http://outside.invalid/frame" srcdoc="<script>top.ran='srcdoc'</script>"></iframe>
<object data="http://outside.invalid/object"></object><embed src="http://outside.invalid/embed">
<form action="http://outside.invalid/form"><input name="a"><button>Send</button></form>
<video src="http://outside.invalid/video" poster="http://outside.invalid/poster" autoplay></video>
<a id="script-link" href="javascript:top.ran='link'">a script link</a>
<a href="http://outside.invalid/link">an outside link</a>
<a href="file:///etc/passwd">a file link</a>
<noscript><img src="http://outside.invalid/noscript"></noscript>
<template><script>top.ran = 'template'</script></template>${paragraph.repeat(4)}</article></body></html>`
}

test('nothing in a hostile page runs, asks or leads away', async ({ lontar }) => {
  const { page } = lontar
  const outside: string[] = []
  page.on('request', request => {
    if (!/^(app:\/\/lontar\/|lontar-article:|http:\/\/127\.0\.0\.1:|about:|data:)/.test(request.url()))
      outside.push(request.url())
  })
  const folder = writeFiles([hostilePage])
  const address = page.url()
  await lontar.drop([join(folder, hostilePage.fileName)])
  await page.getByRole('option', { name: 'A page that means harm' }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('A page that means harm')
  await expect(text.getByText('A quiet paragraph').first()).toBeVisible()
  await expect(
    text.locator('script, iframe, object, embed, form, input, video, svg, math, base, link[href*=outside]')
  ).toHaveCount(0)

  await text.getByText('a script link').click()
  await text.getByText('a file link').click()
  await text.getByText('an outside link').click()
  const question = page
    .getByRole('dialog', { name: /Open this address/ })
    .or(page.getByRole('alertdialog', { name: /Open this address/ }))
  await expect(question).toContainText('http://outside.invalid/link')
  await question.getByRole('button', { name: 'Cancel' }).click()

  const ran = await page.evaluate(() => (window as unknown as { ran?: string }).ran)
  expect({ ran, outside, address: page.url() }).toEqual({ ran: undefined, outside: [], address })
})

test.describe('with the sanitisers passed by', () => {
  test.use({ expectedProblems: /Blocked script execution|Content Security Policy|outside\.invalid/ })

  test('the frame of an article can neither run scripts nor load from elsewhere, whatever is put into it', async ({
    lontar
  }) => {
    const { page } = lontar
    await page.getByRole('button', { name: 'Try a sample article' }).click()
    await page.getByRole('option', { name: /Palm-Leaf Books/ }).click()
    const element = page.locator('iframe[title="Article text"]')
    await expect(page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })).toBeVisible()
    const refused: string[] = []
    page.on('console', message => refused.push(message.text()))
    const sandbox = await element.getAttribute('sandbox')
    // The sanitisers are passed by on purpose: what is left is the sandbox and the policies.
    const ran = await element.evaluate(async frame => {
      const inner = (frame as HTMLIFrameElement).contentDocument
      if (!inner) throw new Error('The frame has no document')
      const script = inner.createElement('script')
      script.textContent = 'top.ran = "script"'
      inner.body.append(script)
      const image = inner.createElement('img')
      image.setAttribute('onerror', 'top.ran = "onerror"')
      const failed = new Promise(resolve => image.addEventListener('error', () => resolve('refused')))
      image.src = 'https://outside.invalid/pixel.png'
      inner.body.append(image)
      await failed
      return (window as unknown as { ran?: string }).ran
    })
    expect({ sandbox, ran }).toEqual({ sandbox: 'allow-same-origin', ran: undefined })
    expect(refused.join('\n')).toMatch(/Content Security Policy/)
  })
})
