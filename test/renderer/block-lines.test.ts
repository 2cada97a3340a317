// Lines that are a block by themselves stay blocks, in the built window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { waitFor } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()
const block = '::quote{#kato-it-does-exist-as}'

async function deskWith(body: string): Promise<Desk> {
  return openDesk({
    prepare: async ask => {
      await linkedBrief(ask)
      await ask('brief.set', { id: 'morning', fields: { body } })
    },
  })
}

async function cursorAt(page: Page, ...keys: string[]): Promise<void> {
  await page.getByLabel('Brief text').click()
  for (const key of ['Control+Home', ...keys]) await page.keyboard.press(key)
}

const becomes = ({ library }: Desk, body: string) =>
  waitFor(async () => expect((await library.get('briefs', 'morning')).body).toBe(body))

test('what is typed after a block, and before it, goes into a paragraph of its own', async () => {
  const desk = await deskWith(`Before.\n\n${block}\n\nAfter.`)
  await cursorAt(desk.page, 'ArrowDown', 'ArrowDown', 'End')
  await desk.page.keyboard.type(' This matters.')
  await becomes(desk, `Before.\n\n${block}\n\nThis matters.\n\nAfter.`)
  await cursorAt(desk.page, 'ArrowDown', 'ArrowDown', 'Home')
  await desk.page.keyboard.type('So')
  await becomes(desk, `Before.\n\nSo\n\n${block}\n\nThis matters.\n\nAfter.`)
})

test('Backspace after a block takes it as a whole, and undo brings it back', async () => {
  const text = `Before.\n\n${block}\n\n::timeline{}`
  const desk = await deskWith(text)
  await cursorAt(desk.page, 'Control+End', 'Backspace')
  await becomes(desk, `Before.\n\n${block}\n\n`)
  await cursorAt(desk.page, 'ArrowDown', 'ArrowDown', 'End', 'Backspace')
  await becomes(desk, 'Before.\n\n\n\n')
  await desk.page.keyboard.press('Control+z')
  await becomes(desk, `Before.\n\n${block}\n\n`)
})

test('Enter in an empty item ends the list', async () => {
  const desk = await deskWith('- One')
  await cursorAt(desk.page, 'End', 'Enter', 'Enter')
  await desk.page.keyboard.type('Two')
  await becomes(desk, '- One\n\nTwo')
})
