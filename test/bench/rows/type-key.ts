// From a key to the paint of what it wrote, in a short brief and in one of a megabyte, with the preview and the checks open.
import { chromium } from 'playwright'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { launchApp } from '../launch-app.ts'
import type { Measure } from '../measure.ts'
import { briefRecord, prose } from '../sample-brief.ts'
import { typeWords } from '../typing/key-to-paint.ts'
import { writeBareEditor, writeTextArea } from '../typing/peer-pages.ts'

const rounds = 5
/** 29 keys, with their spaces. */
const words = ['yields', 'rose', 'again', 'in', 'Tokyo', 'on']

const typeIn = (name: string, length: number): Measure => ({
  name: `key to paint in a brief of ${name}`,
  missing: missingChromium(),
  measure: () =>
    inTemporaryFolder(async folder => {
      const text = prose(length)
      const { app, page } = await launchApp(folder, [briefRecord('typed', text)])
      const browser = await chromium.launch({ executablePath: program(), args: barePeers })
      try {
        await page.getByRole('textbox', { name: 'Brief text' }).click()
        await page.keyboard.press('ControlOrMeta+Home')
        await page.keyboard.press('ControlOrMeta+Shift+M')
        await page.getByRole('region', { name: 'Checks' }).waitFor()
        await page.getByRole('textbox', { name: 'Brief text' }).focus()
        const addresses = [await writeTextArea(folder, text), await writeBareEditor(folder, text)]
        const pages = [page]
        for (const address of addresses) {
          const peer = await browser.newPage({ viewport: { width: 1280, height: 800 } })
          await peer.goto(address)
          pages.push(peer)
        }
        const times: number[][] = pages.map(() => [])
        for (let round = 0; round <= rounds; round += 1)
          for (const [index, typed] of pages.entries()) {
            await typed.bringToFront()
            const taken = await typeWords(typed, words)
            if (round > 0) times[index]?.push(...taken)
          }
        const [ours = [], textArea = [], bare = []] = times
        return {
          ours,
          references: [
            { against: 'a bare text area', goal: length > 100_000 ? 1 : null, times: textArea },
            { against: 'CodeMirror with its Markdown and nothing of ours', goal: 1.3, times: bare },
          ],
        }
      } finally {
        await browser.close()
        await app.close()
      }
    }),
})

const barePeers = bareArguments('').filter(argument => !argument.startsWith('--user-data-dir'))

function missingChromium(): string | null {
  const bare = bareChromium()
  return 'missing' in bare ? `Chromium is ${bare.missing}` : null
}

function program(): string {
  const bare = bareChromium()
  if ('missing' in bare) throw new Error(`Chromium is ${bare.missing}.`)
  return bare.path
}

export const typeKeys: Measure[] = [typeIn('5 KB', 5_000), typeIn('1 MB', 1_000_000)]
