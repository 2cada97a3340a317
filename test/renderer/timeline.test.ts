// The timeline in the built window: zoomed, walked, filtered, and as a list.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../main/requests/requests.ts'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

const written = [
  { title: 'Talks begin', when: '2025-04-07', status: 'occurred', tags: ['trade'] },
  { title: 'The ministry reviews holdings', when: '2025-05', status: 'occurred', tags: ['trade'] },
  { title: 'An answer is due', when: '../2025-06', status: 'expected', tags: [] },
  { title: 'The budget passes', when: '2031-03~', status: 'expected', tags: [] },
] as const

async function someEvents(ask: Answer): Promise<void> {
  for (const { tags, ...event } of written)
    await ask('event.create', { place: null, fields: { ...event, tags: [...tags] } } as never)
}

const picture = (page: Page) => page.getByRole('group', { name: 'Events in time' })
const event = (page: Page, name: RegExp | string) => picture(page).getByRole('button', { name })
const sight = (page: Page) => page.locator('.timeline-where')

async function openTimeline() {
  const desk = await openDesk({ prepare: someEvents })
  await desk.choose('show-timeline')
  await expectPage(event(desk.page, /Talks begin/)).toBeVisible()
  return desk
}

test('names each event with its date and its status, in the order of time', async () => {
  const { page } = await openTimeline()
  expect(
    await picture(page)
      .getByRole('button')
      .evaluateAll(all => all.map(each => each.ariaLabel)),
  ).toEqual([
    '7 April 2025: Talks begin, occurred',
    'May 2025: The ministry reviews holdings, occurred',
    'by June 2025, overdue: An answer is due',
    'about March 2031: The budget passes, expected',
  ])
})

test('is walked by the keys, which open an event and come back to it', async () => {
  const { page } = await openTimeline()
  await picture(page).focus()
  await page.keyboard.press('ArrowDown')
  await expectPage(event(page, /Talks begin/)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expectPage(event(page, /The ministry/)).toBeFocused()
  await page.keyboard.press('End')
  await expectPage(event(page, /The budget/)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expectPage(event(page, /An answer/)).toBeFocused()
  await page.keyboard.press('Enter')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expectPage(inspector.getByLabel('Title')).toHaveValue('An answer is due')
  await expectPage(event(page, /An answer/)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expectPage(inspector).toHaveCount(0)
  await expectPage(event(page, /An answer/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expectPage(picture(page)).toBeFocused()
})

test('is zoomed by keys and by the wheel at the pointer, from years to hours, and all of it comes back', async () => {
  const { page } = await openTimeline()
  await expectPage(sight(page)).toContainText('4 events in sight')
  const whole = await sight(page).textContent()
  // A px of years is some days, so that one aims again.
  for (const [shape, turns] of [
    ['circle', 12],
    ['circle', 4],
    ['rect:not(.timeline-hit)', 20],
  ] as const) {
    const box = await event(page, /Talks begin/)
      .locator(shape)
      .boundingBox()
    if (!box) throw new Error('The event is not drawn.')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, -120)
    await expectPage(sight(page)).not.toContainText('4 events')
  }
  await expectPage(sight(page)).toContainText(/^(?:6–)?7(?:–8)? April 2025, 1 event/)
  // A day that is wider than a dot is a bar of all its hours.
  await expectPage(event(page, /Talks begin/).locator('circle')).toHaveCount(0)
  await expectPage(page.locator('.timeline-axis')).toContainText('12:00')
  await page.keyboard.press('0')
  await expectPage(sight(page)).toHaveText(whole ?? '')
  await page.keyboard.press('+')
  await expectPage(sight(page)).not.toHaveText(whole ?? '')
  await page.keyboard.press('-')
  await page.keyboard.press('t')
  await expectPage(page.locator('.timeline-now')).toContainText('Today')
})

test('is dragged without opening what is under the pointer', async () => {
  const { page } = await openTimeline()
  const before = await sight(page).textContent()
  const box = await event(page, /Talks begin/).boundingBox()
  if (!box) throw new Error('The event is not drawn.')
  await page.mouse.move(box.x + 6, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 300, box.y + 8, { steps: 8 })
  await page.mouse.up()
  await expectPage(sight(page)).not.toHaveText(before ?? '')
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0)
  await event(page, /Talks begin/).click()
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
})

test('has a list beside it, under months and years, with the same filter', async () => {
  const { page } = await openTimeline()
  await page.keyboard.press('l')
  const list = page.getByRole('list', { name: 'Events' })
  await expectPage(list.getByRole('heading')).toHaveText([
    'April 2025',
    'May 2025',
    'June 2025',
    'March 2031',
  ])
  await page.getByLabel('Search events').fill('ministry')
  await expectPage(list.getByRole('button')).toHaveText([/The ministry reviews holdings/])
  await page.getByLabel('Search events').fill('nobody')
  await expectPage(page.getByRole('status').filter({ hasText: 'No event fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).last().click()
  await page.getByLabel('Status', { exact: true }).first().selectOption('Overdue')
  await expectPage(list.getByRole('button')).toHaveText([/An answer is due/])
})

test('goes into a brief as a timeline that asks for the same', async () => {
  const { page, ask, choose } = await openDesk({
    prepare: async ask => {
      await someEvents(ask)
      await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body: 'Quiet.' })
    },
  })
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await choose('show-timeline')
  await page.getByLabel('Tag', { exact: true }).first().selectOption('trade')
  await expectPage(picture(page).getByRole('button')).toHaveCount(2)
  await page.getByRole('button', { name: 'Insert into “Morning”' }).click()
  await expectPage(page.getByRole('textbox', { name: 'Brief text' })).toContainText('::timeline{tag=trade}')
  await expectPage(page.frameLocator('iframe').locator('svg.timeline')).toContainText('Talks begin')
  const body = await ask('record.get', { id: 'morning' })
  expect(body.ok).toBe(true)
})

test('takes a new event by a key, and teaches where there is none yet', async () => {
  const { page, choose } = await openDesk()
  await choose('show-timeline')
  await expectPage(page.getByRole('heading', { name: 'Nothing on the timeline yet' })).toBeVisible()
  await page.keyboard.press('n')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByLabel('Title').fill('A vote')
  await inspector.getByLabel('When').fill('3 June 2025')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expectPage(event(page, /A vote/)).toBeVisible()
})
