// The search room in the built window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../../main/requests/requests.ts'
import type { SearchProgress } from '../../../shared/search/search-answers.ts'
import { expectPage } from '../../patient.ts'
import { type Desk, deskOfEachTest } from '../desk.ts'
import { linkedBrief } from '../linked-brief.ts'
import { answerPlainly, find } from './plain-search.ts'

const openDesk = deskOfEachTest()

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the library' })
const found = (page: Page) => page.getByRole('listbox', { name: 'What was found' }).getByRole('option')
const chosen = (page: Page) => found(page).and(page.locator('[aria-selected="true"]'))

async function library(ask: Answer): Promise<void> {
  await ask('person.create', { fields: { name: 'Katsunobu Kato', role: 'Finance minister' } })
  const filling = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} says nothing of it.`).join('\n\n')
  await ask('source.paste', {
    text: `Yields rose\n\n${filling}\n\nThe minister kept silent. No minister spoke.`,
  })
  await linkedBrief(ask)
  await ask('brief.create', {
    template: 'market-morning-note',
    title: 'Evening',
    body: `${filling}\n\nThe minister was quiet.`,
  })
}

async function openRoom(options: Parameters<typeof openDesk>[0] = { prepare: library }) {
  const desk = await openDesk(options)
  const search = answerPlainly(desk)
  // Until what is open is there, it would come in between.
  await expectPage(desk.page.getByLabel('Brief title')).toBeVisible()
  await desk.page.keyboard.press('Control+Shift+F')
  await expectPage(field(desk.page)).toBeFocused()
  return { ...desk, ...search }
}

const progressed = ({ page }: Pick<Desk, 'page'>, progress: SearchProgress | null) =>
  page.evaluate(given => {
    ;(globalThis as unknown as { hear: (name: string, payload: unknown) => void }).hear(
      'search.progressed',
      given,
    )
  }, progress)

test('what is typed is found with each key, and a brief opens with the words selected', async () => {
  const { page, asked } = await openRoom()
  await page.keyboard.type('minister')
  await expectPage(found(page)).toHaveCount(3)
  expect(asked.map(({ query }) => query)).toContain('mini')
  await expectPage(found(page).locator('mark').first()).toHaveText('minister')
  const evening = found(page).filter({ hasText: 'Evening' })
  while ((await evening.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await expectPage(field(page)).toBeFocused()
  await expectPage(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await evening.getAttribute('id')) ?? '',
  )
  await page.keyboard.press('Enter')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Evening')
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await expectPage(page.getByText('The minister was quiet.')).toBeInViewport()
  await page.keyboard.type('chancellor')
  await expectPage(page.getByLabel('Brief text')).toContainText('The chancellor was quiet.')
})

test('a source opens with the words marked at their place, the keys in its text, and the way back is as it was', async () => {
  const { page } = await openRoom()
  await page.keyboard.type('minister')
  await expectPage(found(page)).toHaveCount(3)
  await page.keyboard.press('Home')
  const yields = found(page).filter({ hasText: 'Yields rose' })
  while ((await yields.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const text = page.getByRole('article', { name: 'Source text' })
  await expectPage(text).toBeFocused()
  const bar = page.getByRole('searchbox', { name: 'Find in the source' })
  await expectPage(bar).toHaveValue('minister')
  await expectPage(page.getByText('1 of 2')).toBeVisible()
  await expectPage(page.getByText('The minister kept silent')).toBeInViewport()
  await page.keyboard.press('F3')
  await expectPage(page.getByText('2 of 2')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectPage(bar).toHaveCount(0)

  await page.keyboard.press('Alt+ArrowLeft')
  await expectPage(field(page)).toHaveValue('minister')
  await expectPage(field(page)).toBeFocused()
  await expectPage(chosen(page)).toContainText('Yields rose')
  await page.keyboard.press('Alt+ArrowRight')
  await expectPage(text).toBeVisible()
})

test('a quote opens where it stands in its source, with the keys in its form', async () => {
  const { page } = await openRoom()
  await page.keyboard.type('kind:quote exist')
  await expectPage(found(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'Quote' })
  await expectPage(form.or(form.locator('*')).and(page.locator(':focus'))).toHaveCount(1)
  await expectPage(
    page.getByRole('article', { name: 'Source text' }).locator('.mark').first(),
  ).toBeInViewport()
})

test('what is found opens before the lists are whole', async () => {
  const { page, ask, answers, choose } = await openDesk({ prepare: library })
  answers.set('library.page', async input =>
    (input as { collection: string }).collection === 'briefs'
      ? ask('library.page', input)
      : new Promise(() => {}),
  )
  answerPlainly({ answers, ask })
  await page.reload()
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Evening')
  await choose('show-search')
  await expectPage(field(page)).toBeFocused()
  await page.keyboard.type('kind:quote exist')
  await expectPage(found(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('form', { name: 'Quote' })).toBeVisible()
  await choose('show-search')
  await expectPage(field(page)).toBeFocused()
  await page.keyboard.type('kind:person kato')
  await expectPage(found(page)).toHaveText([/Katsunobu Kato/])
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('heading', { name: 'Katsunobu Kato' })).toBeVisible()
})

test('an answer that comes late is dropped, and Enter waits for the one to what is typed', async () => {
  const { page, answers, ask } = await openRoom()
  const late: { query: string; answer: () => void }[] = []
  let isFree = false
  answers.set('search.find', async input => {
    const { query, limit } = input as { query: string; limit: number }
    // Once the answers come, a question that is asked again for other reasons has its own.
    if (!isFree) await new Promise<void>(answer => late.push({ query, answer }))
    return { ok: true, value: await find(ask, query, limit) }
  })
  await page.keyboard.type('silent')
  const isLast = ({ query }: { query: string }) => query === 'silent'
  await expectPage.poll(() => late.some(isLast)).toBe(true)
  await page.keyboard.press('Enter')
  for (const each of late) if (!isLast(each)) each.answer()
  await expectPage(found(page)).toHaveCount(0)
  isFree = true
  for (const each of late) each.answer()
  await expectPage(page.getByRole('article', { name: 'Source text' })).toContainText('kept silent')
})

test('kinds are toggles that write into the query, and where nothing is found broader queries are offered', async () => {
  const { page } = await openRoom()
  const kinds = page.getByRole('group', { name: 'Kinds' })
  await page.keyboard.type('minister')
  await kinds.getByRole('button', { name: 'Briefs' }).click()
  await expectPage(field(page)).toHaveValue('kind:brief minister')
  await expectPage(field(page)).toBeFocused()
  await expectPage(found(page)).toHaveText([/Evening/])
  await expectPage(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expectPage(kinds.getByRole('button', { name: 'All' })).toBeFocused()
  await page.keyboard.press('Space')
  await expectPage(field(page)).toHaveValue('minister')
  await field(page).fill('kind:person yields')
  await expectPage(page.getByText('Nothing here fits all of this')).toBeVisible()
  await page.getByRole('button', { name: 'Look in every kind' }).click()
  await expectPage(field(page)).toHaveValue('yields')
  await expectPage(found(page)).toHaveCount(1)
  await field(page).fill('before:2020 nowhere')
  await page.getByRole('button', { name: 'From any date' }).click()
  await expectPage(field(page)).toHaveValue('nowhere')
})

test('an exclusion alone finds nothing that Enter could open, and what could not be understood is told all the same', async () => {
  const { page, asked } = await openRoom()
  await page.keyboard.type('-draft')
  await expectPage(page.getByText('Name a word that is to be there, too.')).toBeVisible()
  await expectPage(field(page)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  await expectPage(field(page)).toBeFocused()
  expect(asked).toEqual([])
  await field(page).fill('before:soon ')
  await expectPage(page.getByText('“before:soon” names no date')).toBeVisible()
})

test('after a refused question Enter opens nothing of an older one', async () => {
  const { page, answers } = await openRoom()
  await page.keyboard.type('minister')
  await expectPage(found(page)).toHaveCount(3)
  answers.set('search.find', async () => ({
    ok: false,
    problem: { code: 'failed', message: 'The disk is gone.' },
  }))
  await page.keyboard.type(' kept')
  await expectPage(page.getByText('This could not be looked for. The disk is gone.')).toBeVisible()
  await expectPage(found(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expectPage(field(page)).toBeFocused()
})

test('a search is kept by its star or Ctrl+D, listed while the field is empty, and removed with a way back', async () => {
  const { page, kept } = await openRoom()
  await expectPage(page.getByText('The star keeps a search')).toBeVisible()
  await page.keyboard.type('kind:brief minister')
  const star = page.getByRole('button', { name: 'Save this search' })
  await star.click()
  await expectPage(star).toHaveAttribute('aria-pressed', 'true')
  await field(page).focus()
  await page.keyboard.press('Control+d')
  await expectPage(star).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+d')
  await expectPage(star).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expectPage(field(page)).toHaveValue('')
  const saved = page.getByRole('region', { name: 'Saved searches' })
  await saved.getByRole('button', { name: 'kind:brief minister', exact: true }).click()
  await expectPage(found(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await saved.getByRole('button', { name: 'Remove “kind:brief minister”' }).click()
  await expectPage(saved).toContainText('The star keeps a search')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(saved.getByRole('listitem')).toHaveCount(1)
  expect(kept()).toEqual(['kind:brief minister'])
})

test('while the library is read it says how far, and asks again at the end; a record that changes shows', async () => {
  const desk = await openRoom()
  const { page, answers, ask } = desk
  let progress: SearchProgress | null = { done: 3400, of: 20_000 }
  let questions = 0
  // Each answer says it too.
  answers.set('search.find', async () => {
    questions += 1
    return { ok: true, value: { ...(await find(ask, 'quiet', 50)), progress } }
  })
  await page.keyboard.type('quiet')
  await expectPage(found(page)).toHaveCount(1)
  await progressed(desk, progress)
  await expectPage(page.getByText('Reading the library for search: 3,400 of 20,000')).toBeVisible()
  await expectPage(page.getByRole('progressbar')).toBeVisible()
  const before = questions
  progress = null
  await progressed(desk, progress)
  await expectPage(page.getByRole('progressbar')).toHaveCount(0)
  await expectPage.poll(() => questions).toBeGreaterThan(before)
})

test('what the words were read as, and what could not be understood, is told', async () => {
  const { page, answers, ask } = await openRoom()
  answers.set('search.find', async () => {
    const answer = await find(ask, 'minister', 50)
    const readAs = [{ typed: 'ministr', read: ['minister', 'ministers', 'ministry'] }]
    return { ok: true, value: { ...answer, readAs, problems: ['“before:soon” names no date.'] } }
  })
  await page.keyboard.type('ministr')
  await expectPage(
    page.getByText('Nothing has “ministr”; shown for “minister”, “ministers” or “ministry”.'),
  ).toBeVisible()
  await expectPage(page.getByText('“before:soon” names no date.')).toBeVisible()
})

test('at the end of a long list more is asked for', async () => {
  const { page, asked } = await openRoom({
    prepare: async ask => {
      for (let at = 0; at < 70; at += 1)
        await ask('brief.create', {
          template: 'market-morning-note',
          title: `Note ${at}`,
          body: 'The yen fell.',
        })
    },
  })
  await page.keyboard.type('yen')
  await expectPage(page.getByText('More than 50 found')).toBeVisible()
  for (let page_ = 0; page_ < 12; page_ += 1) await page.keyboard.press('PageDown')
  await expectPage(page.getByText('70 found')).toBeVisible()
  expect(asked.at(-1)).toEqual({ query: 'yen', limit: 150 })
  await page.keyboard.press('End')
  await expectPage(chosen(page)).toHaveAttribute('aria-posinset', '70')
  await expectPage(chosen(page)).toBeInViewport()
  // The field names the chosen row, in sight or not.
  const rows = page.getByRole('listbox', { name: 'What was found' })
  await rows.evaluate(list => list.scrollTo({ top: 0 }))
  await expectPage(found(page).first()).toBeInViewport()
  await expectPage(chosen(page)).toHaveCount(1)
  await expectPage(chosen(page)).toHaveAttribute('aria-posinset', '70')
  await expectPage(chosen(page)).not.toBeInViewport()
  await rows.evaluate(list => list.scrollTo({ top: list.scrollHeight }))
  await expectPage(chosen(page)).toBeInViewport()
})

test('that nothing was found is said in a region that was there before', async () => {
  const { page } = await openRoom()
  const region = await page.locator('[role="status"].search-none-title').elementHandle()
  await page.keyboard.type('nowhere')
  await expectPage(page.getByText('Nothing here has “nowhere”')).toBeVisible()
  expect(await region?.textContent()).toBe('Nothing here has “nowhere”')
})

test('the palette looks further here, and a source looks for what is like it', async () => {
  const { page, choose } = await openRoom()
  await choose('show-palette')
  await page.keyboard.type('kept silent')
  await expectPage(page.getByRole('option')).toHaveText(['Search everything for “kept silent” in all texts'])
  await page.keyboard.press('Enter')
  await expectPage(field(page)).toHaveValue('kept silent')
  await expectPage(field(page)).toBeFocused()
  await found(page).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'More like this' }).click()
  await expectPage(field(page)).toHaveValue(/^like:yields-rose/)
  await expectPage(page.getByText('Like “Yields rose”')).toBeVisible()
  await expectPage(found(page)).toHaveText([/The minister said/])
  await page.getByRole('button', { name: /Look for words again/ }).click()
  await expectPage(field(page)).toHaveValue('')
})

test('the index is made anew from the palette, and that can be broken off', async () => {
  const desk = await openRoom()
  const { page, answers, choose } = desk
  let end = () => {}
  answers.set('search.rebuild', async () => {
    await new Promise<void>(done => {
      end = done
    })
    return { ok: true, value: null }
  })
  answers.set('search.cancel', async () => {
    end()
    return { ok: true, value: null }
  })
  await choose('show-palette')
  await page.keyboard.type('rebuild the search')
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('progressbar', { name: 'Reading the library for search' })).toBeVisible()
  await progressed(desk, { done: 3400, of: 20_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expectPage(page.getByRole('progressbar')).toHaveCount(0)
  await expectPage(page.getByText('3,400 of 20,000 can be found.')).toBeVisible()
  await expectPage(page.getByText('The search index is made anew.')).toHaveCount(0)
  // What is missing then will not come by itself.
  answers.set('search.find', async () => ({
    ok: true,
    value: {
      hits: [],
      isMore: false,
      readAs: [],
      words: ['nowhere'],
      problems: [],
      progress: { done: 3400, of: 20_000 },
    },
  }))
  await field(page).fill('nowhere')
  await expectPage(page.getByText('Nothing here has “nowhere”')).toBeVisible()
  await expectPage(page.getByText('3,400 of 20,000 can be found.')).toBeVisible()
  await expectPage(page.getByText('The library is still being read')).toHaveCount(0)
})
