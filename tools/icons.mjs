// Makes every icon from resources/icons/icon.svg: PNG in the desktop's sizes, ICO for Windows, ICNS for macOS.
// Run by hand when the drawing changes (node tools/run.mjs node tools/icons.mjs); needs a Chromium, as the tests do.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const folder = 'resources/icons'
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]
/** Source: the Icon Services types that hold PNG data. */
const icnsTypes = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10', 32: 'ic11', 64: 'ic12' }

async function renderAll() {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking']
  })
  const images = new Map()
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    images.set(size, await page.screenshot({ omitBackground: true }))
    await page.close()
  }
  await browser.close()
  return images
}

/** An ICO file of PNG images. Source: Microsoft's description of the ICO format. */
function toIco(images) {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = 6 + 16 * images.length
  const entries = images.map(([size, png]) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...images.map(([, png]) => png)])
}

/** An ICNS file of PNG images: four letters and a length in front of each. */
function toIcns(images) {
  const block = (type, body) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'ascii')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  return block(
    'icns',
    Buffer.concat(Object.entries(icnsTypes).map(([size, type]) => block(type, images.get(Number(size)))))
  )
}

const images = await renderAll()
for (const [size, png] of images) writeFileSync(join(folder, `icon-${size}.png`), png)
writeFileSync(join(folder, 'icon.ico'), toIco([...images].filter(([size]) => size <= 256)))
writeFileSync(join(folder, 'icon.icns'), toIcns(images))
