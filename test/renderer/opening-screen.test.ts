// What the window shows while its library takes long to open.
import { test } from 'vitest'
import type { Notices, RequestName } from '../../shared/request-names.ts'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

/** A window whose first requests wait until they are let go. */
async function waitingDesk(options: Parameters<typeof openDesk>[0] = {}) {
  const desk = await openDesk(options)
  let letGo: () => void = () => undefined
  const isOpen = new Promise<void>(done => {
    letGo = done
  })
  for (const name of ['library.describe', 'library.page', 'template.list'] satisfies RequestName[])
    desk.answers.set(name, input => isOpen.then(() => desk.ask(name, input)))
  await desk.page.reload()
  return { ...desk, letGo }
}

const told = ({ page }: Pick<Desk, 'page'>, progress: Notices['library.opening']) =>
  page.evaluate(
    each =>
      (globalThis as unknown as { hear: (name: string, payload: unknown) => void }).hear(
        'library.opening',
        each,
      ),
    progress,
  )

test('a library that is read for the first time says how far it is, and then is there', async () => {
  const desk = await waitingDesk()
  const { page, letGo } = desk
  const nothing = page.getByRole('heading')
  await expectPage(nothing).toHaveCount(0)
  await told(desk, { stage: 'reading', done: 12_000, of: 70_000, isOnce: true })
  await expectPage(page.getByRole('status')).toHaveText('Reading the library')
  await expectPage(page.getByRole('main')).toContainText('12,000 of 70,000 records')
  await expectPage(page.getByRole('main')).toContainText('This is done once')
  await told(desk, { stage: 'reading', done: 24_000, of: 70_000, isOnce: true })
  await expectPage(page.getByRole('progressbar')).toHaveJSProperty('value', 24_000)
  await expectPage(page.getByRole('status')).toHaveText('Reading the library')
  letGo()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  await expectPage(page.getByText('Reading the library')).toHaveCount(0)
})

test('of a sealed library, which is read at every start, nothing else is promised', async () => {
  const desk = await waitingDesk()
  await told(desk, { stage: 'reading', done: 12_000, of: 70_000, isOnce: false })
  await expectPage(desk.page.getByRole('main')).toContainText('12,000 of 70,000 records')
  await expectPage(desk.page.getByRole('main')).not.toContainText('This is done once')
  desk.letGo()
  await desk.page.getByRole('navigation', { name: 'Rooms' }).waitFor()
})

test('a library of an earlier version says that it is backed up first', async () => {
  const desk = await waitingDesk()
  await told(desk, { stage: 'backing-up', done: 34, of: 99, isOnce: true })
  await expectPage(desk.page.getByRole('status')).toHaveText('Backing up the library')
  await expectPage(desk.page.getByRole('main')).not.toContainText('records')
  desk.letGo()
  await desk.page.getByRole('navigation', { name: 'Rooms' }).waitFor()
})
