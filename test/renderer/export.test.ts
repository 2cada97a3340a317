// What the window shows of an export: held, failed and tried again, several at once.
import { describe, expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

const briefs =
  (...titles: string[]) =>
  async (ask: Desk['ask']): Promise<void> => {
    for (const title of titles) {
      const body = title === 'Wrong' ? 'See :quote[it]{#gone}.' : 'Text.'
      await ask('brief.create', { template: 'lines-to-take', title, body })
    }
  }

const panel = ({ page }: Desk) => page.getByRole('region', { name: 'Export' })

async function openBrief({ page }: Desk, title: string): Promise<void> {
  await page
    .getByRole('option', { name: title })
    .or(page.getByRole('button', { name: title }))
    .first()
    .click()
  await expectPage(page.getByLabel('Brief text')).toBeVisible()
}

async function exportWith({ page, choose }: Desk, other: string): Promise<void> {
  await choose('export-as')
  await page.getByText('Export others with it').click()
  await page.getByLabel(other).check()
  await page.getByRole('button', { name: 'Choose folder for 2 briefs…' }).click()
}

describe('an export', () => {
  test('is held while an error stands, and goes on even so', async () => {
    const desk = await openDesk({ prepare: briefs('Wrong') })
    await openBrief(desk, 'Wrong')
    await desk.choose('export-brief')
    await expectPage(panel(desk)).toContainText('Not exported yet')
    await panel(desk).getByRole('button', { name: 'Export even so' }).click()
    await expectPage(panel(desk)).toContainText('PDF exported')
    await expectPage(panel(desk)).toContainText('Error')
  })

  test('that is stopped says how far it was until then', async () => {
    let end = () => {}
    const print = () => new Promise<Uint8Array>(done => (end = () => done(new Uint8Array())))
    const desk = await openDesk({ prepare: briefs('One'), print })
    await openBrief(desk, 'One')
    await desk.choose('export-brief')
    await expectPage(panel(desk).getByText('Setting it')).toHaveAttribute('aria-current', 'step')
    await panel(desk).getByRole('button', { name: 'Cancel' }).click()
    end()
    await expectPage(panel(desk)).toBeHidden()
  })

  test('with many files beside it names some and counts the others', async () => {
    const desk = await openDesk({ prepare: briefs('One') })
    const also = ['one.json', 'a.png', 'b.png', 'c.png', 'd.png']
    desk.answers.set('brief.export', async input => ({
      ok: true,
      value: { file: 'one.md', also, format: 'md', brief: (input as { id: string }).id, findings: [] },
    }))
    await openBrief(desk, 'One')
    await desk.choose('export-brief')
    await expectPage(panel(desk)).toContainText(
      'one.md and beside it one.json and beside it a.png and beside it b.png and 2 other files',
    )
  })
})

describe('several at once', () => {
  test('which cannot be exported are tried again together', async () => {
    const desk = await openDesk({ prepare: briefs('One', 'Two') })
    const asked: unknown[] = []
    desk.answers.set('briefs.export', async input => {
      asked.push((input as { ids: string[] }).ids)
      return { ok: false, problem: { code: 'failed', message: 'The dialog did not open.' } }
    })
    await openBrief(desk, 'Two')
    await exportWith(desk, 'One')
    await expectPage(panel(desk)).toContainText('The dialog did not open.')
    await panel(desk).getByRole('button', { name: 'Try again' }).click()
    await expectPage.poll(() => asked.length).toBe(2)
    expect(asked).toEqual([
      ['two', 'one'],
      ['two', 'one'],
    ])
  })

  test('are told with the errors that stand in them', async () => {
    const desk = await openDesk({ prepare: briefs('Wrong', 'Two') })
    const value = {
      folder: '/out',
      files: [
        { file: '/out/Two.pdf', openErrors: 0 },
        { file: '/out/Wrong.pdf', openErrors: 2 },
      ],
      failures: [],
      isCancelled: false,
    }
    desk.answers.set('briefs.export', async () => ({ ok: true, value }))
    await openBrief(desk, 'Two')
    await exportWith(desk, 'Wrong')
    await expectPage(panel(desk)).toContainText('2 briefs exported')
    await expectPage(panel(desk)).toContainText('“Wrong.pdf” was exported with 2 errors in it.')
    await expectPage(panel(desk)).not.toContainText('“Two.pdf”')
  })
})
