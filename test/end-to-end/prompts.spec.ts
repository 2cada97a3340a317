// A brief made from a template shows what is asked for as ghost text. The screens are to be looked at, in out/screenshots.
import { expect, type Page } from '@playwright/test'
import { chooseMenu, type OpenApp, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Brief text' })
const firstPrompt = 'The bottom line up front: at most four lines. What is asked, why, by when.'

async function newMemo({ app, page }: OpenApp): Promise<void> {
  await chooseMenu(app, 'new-brief')
  const dialog = page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill('Japan’s Treasury bonds')
  await dialog.getByText('US action memo', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expect(text(page)).toBeFocused()
}

/** The Markdown that goes to the clipboard when everything is selected. */
async function copiedText(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+a')
  return text(page).evaluate(content => {
    const clipboardData = new DataTransfer()
    content.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })
}

test('prompts are ghost text that writing replaces, from the first one on', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { page } = open
  await newMemo(open)
  const notes = text(page).getByRole('note')
  await expect(notes).toHaveCount(4)
  await expect(notes.first()).toHaveText(firstPrompt)
  await expect(text(page)).not.toContainText('<!--')
  await expect(text(page)).not.toContainText('-->')
  await keepScreen(open, 'prompts')

  await test.step('the first word takes the place of the first prompt, and one step back brings it back', async () => {
    await page.keyboard.insertText('Whether to')
    await expect(notes).toHaveCount(3)
    await expect(text(page)).toContainText('Whether to')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(notes.first()).toHaveText(firstPrompt)
    await expect(text(page)).not.toContainText('Whether')
  })

  await test.step('F9 and Tab go from prompt to prompt, and Delete and Enter take one away', async () => {
    await page.keyboard.type('Whether to keep the bonds until the talks end.')
    await page.keyboard.press('F9')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.insertText('That you approve.')
    await keepScreen(open, 'prompts-written')
    await page.keyboard.press('F9')
    await page.keyboard.press('Delete')
    await expect(notes).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(notes).toHaveCount(2)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Japan has held them for decades.')
    await expect(notes).toHaveCount(1)
    expect(await copiedText(page)).toBe(
      [
        '## BLUF',
        'Whether to keep the bonds until the talks end.',
        '## Recommendation',
        'That you approve.',
        '## Background',
        'Japan has held them for decades.',
        '## Discussion',
        '<!-- The options and the case for the one that is recommended; who agrees, who does not, in their words. -->\n',
      ].join('\n\n'),
    )
  })

  await test.step('a click on a prompt begins there, and from the last one Tab leaves the text', async () => {
    await notes.click()
    await page.keyboard.press('Tab')
    await expect(text(page)).not.toBeFocused()
    await notes.click()
    await page.keyboard.type('For: time.')
    await expect(notes).toHaveCount(0)
    expect(await copiedText(page)).toContain('## Discussion\n\nFor: time.\n')
  })
})

test('a prompt makes way for what an input method composes', async ({ openApp }) => {
  const open = await openApp()
  const { page } = open
  await newMemo(open)
  await expect(text(page).getByRole('note')).toHaveCount(4)
  const keyboard = await page.context().newCDPSession(page)
  for (const letters of ['に', 'にほ', 'にほん']) {
    await keyboard.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    })
  }
  await keyboard.send('Input.insertText', { text: '日本' })
  await expect(text(page).getByRole('note')).toHaveCount(3)
  expect(await copiedText(page)).toContain('## BLUF\n\n日本\n\n## Recommendation')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text(page).getByRole('note').first()).toHaveText(firstPrompt)
})
