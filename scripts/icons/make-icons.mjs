// `npm run icons`: the icons of all three systems, drawn of resources/icons/icon.svg by Chromium.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { projectRoot } from '../executable.mjs'
import { helpIfAsked } from '../help.mjs'
import { findBrowser } from '../setup/browser.mjs'
import { icnsOf, icoOf } from './icon-files.mjs'

helpIfAsked(import.meta.url)

const folder = join(projectRoot, 'resources/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: findBrowser() ?? '' })
/** @type {import('./icon-files.mjs').Picture[]} */
const pictures = []
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
  await page.close()
}
await browser.close()
// Linux takes them by their names; the largest is a Mac's alone.
for (const { size, png } of pictures.filter(({ size }) => size <= 512))
  writeFileSync(join(folder, `${size}x${size}.png`), png)
writeFileSync(join(folder, 'icon.ico'), icoOf(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(folder, 'icon.icns'), icnsOf(pictures))
