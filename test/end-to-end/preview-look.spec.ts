// The preview's own page: by what is preferred, and without a fault that axe finds.
import { expect } from '@playwright/test'
import { faultsOf } from './accessible.ts'
import { chooseMenu, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const callouts = ['note', 'tip', 'important', 'warning', 'caution']
  .map(kind => `> [!${kind}]\n> Words of a callout.`)
  .join('\n\n')
const body = `## Issue

Holdings are :figure[]{#us-treasuries}, said a [bank](https://example.org).[^1]

${callouts}

> A quotation.

| Holder | USD bn |
| --- | --: |
| Japan | 1,130 |

::figure{#us-treasuries}

::timeline{from=2025-04 to=2025-06}

::decision{}

![Words](https://example.org/a.png)

## Nothing yet

[^1]: A note.
`

test('the preview is as large and as clear as is preferred', async ({ openApp }) => {
  test.setTimeout(240_000)
  const open = await openApp()
  const { page, app } = open
  await takeInSample(open)
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(body)
  const preview = page.frameLocator('iframe')
  await expect(preview.getByText('Nothing yet')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Home')
  await keepScreen(open, 'preview-callouts')

  const note = preview.locator('.callout-note p').last()
  const ink = () => note.evaluate(words => getComputedStyle(words).color)
  const height = async () => (await note.boundingBox())?.height ?? 0
  const before = await height()
  await page.keyboard.press('ControlOrMeta+,')
  const dialog = page.getByRole('dialog', { name: 'Preferences' })
  await dialog.getByLabel('Text size').selectOption('Large')
  await expect.poll(height).toBeGreaterThan(before * 1.1)
  await dialog.getByLabel('Contrast').selectOption('High')
  await expect.poll(ink).toBe('rgb(0, 0, 0)')
  await page.keyboard.press('Escape')
  await keepScreen(open, 'preview-contrast')

  await preview.locator('main').evaluate(main => main.append(document.createElement('button')))
  expect((await faultsOf(page)).join()).toContain('button-name')
})
