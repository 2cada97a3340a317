import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'

/** What a person waited for. */
export type Step = { name: string; milliseconds: number }

type Day = {
  /** The folder of the library; a brief in it is changed. */
  library: string
  profile: string
  /** Where a picture of each step goes. */
  pictures: string
  tell: (step: Step) => void
}

const patience = 600_000
const words = 'The committee will want to know what changed since the last note, and who says so. '

/** Goes through it twice where an index is to be made; gives the longest that the window stood still while somebody typed, in milliseconds. */
export async function dayAtTheDesk({
  library,
  profile,
  pictures,
  tell,
}: Day): Promise<{ stoodStill: number }> {
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const result = await work()
    tell({ name, milliseconds: performance.now() - begun })
    return result
  }
  const start = () => launch(library, profile)
  const first = await timed('first start, the index of records made', start)
  await timed('… until all of it can be found', () => untilSearched(first.page))
  await first.page.screenshot({ path: join(pictures, 'scale-first-start.png') })
  await first.app.close()

  const { app, page } = await timed('start, ready to type', start)
  await page.screenshot({ path: join(pictures, 'scale-start.png') })
  await watchLongTasks(page)
  // While lists and index are still being read.
  await type(page, words)
  await timed('lists whole', () => page.locator('.rail-count').first().waitFor({ timeout: patience }))
  await type(page, words)
  await timed('typed words saved', () => untilSaved(page))
  const stoodStill = await longestTask(page)
  await page.screenshot({ path: join(pictures, 'scale-typing.png') })

  await timed('search room', async () => {
    await page.keyboard.press('Control+Shift+F')
    await page.getByRole('combobox', { name: 'Search' }).waitFor()
  })
  const word = await aWord(page)
  await timed(`“${word}” found as it is typed`, async () => {
    await page.keyboard.type(word)
    await page.getByRole('option').first().waitFor()
  })
  await page.screenshot({ path: join(pictures, 'scale-search.png') })
  await timed('what was found opened', async () => {
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Search' }).waitFor({ state: 'detached' })
  })
  await page.screenshot({ path: join(pictures, 'scale-opened.png') })

  await page.keyboard.press('Control+1')
  const file = join(profile, 'brief.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await timed('exported as a PDF', async () => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export-brief')?.click())
    // Where the checks found nothing wrong, nothing is asked first.
    const anyway = page.getByRole('dialog').getByRole('button', { name: /^Export/ })
    for (const end = performance.now() + patience; performance.now() < end; await setTimeout(20)) {
      if (await stat(file).catch(() => null)) return
      if (await anyway.isVisible()) await anyway.click()
    }
    throw new Error('No PDF was written.')
  })
  await page.screenshot({ path: join(pictures, 'scale-exported.png') })
  await timed('closed', () => app.close())
  return { stoodStill }
}

async function launch(library: string, profile: string): Promise<{ app: ElectronApplication; page: Page }> {
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${profile}`,
      projectRoot,
      `--library=${library}`,
    ],
    cwd: projectRoot,
    timeout: patience,
  })
  const page = await app.firstWindow({ timeout: patience })
  page.setDefaultTimeout(patience)
  await page.getByRole('textbox', { name: 'Brief text' }).waitFor({ timeout: patience })
  return { app, page }
}

/** Polls after which a search that reads nothing is taken for one that has read everything at an earlier start. */
const quietPolls = 50

/** Waits until a search says that nothing more is being read for it, and has said before that something is. */
async function untilSearched(page: Page): Promise<void> {
  let isBegun = false
  let polls = 0
  for (const end = performance.now() + patience; performance.now() < end; await setTimeout(200)) {
    const progress = await page.evaluate(async () => {
      const { dispatchBox } = globalThis as unknown as {
        dispatchBox: { invoke(name: string, input: unknown): Promise<{ value?: { progress: unknown } }> }
      }
      const { value } = await dispatchBox.invoke('search.find', { query: 'kind:brief', limit: 1 })
      return value?.progress ?? null
    })
    polls += 1
    if (progress === null && (isBegun || polls > quietPolls)) return
    isBegun ||= progress !== null
  }
  throw new Error('The library was never whole for a search.')
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.type(text, { delay: 40 })
}

async function untilSaved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).first().waitFor()
}

/** A word of the open brief, as somebody would look for it. */
async function aWord(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { dispatchBox } = globalThis as unknown as {
      dispatchBox: {
        invoke(name: string, input: unknown): Promise<{ value: { records: { title: string }[] } }>
      }
    }
    const { value } = await dispatchBox.invoke('library.page', {
      collection: 'sources',
      after: null,
      limit: 1,
    })
    return value.records[0]?.title.split(/\s+/).find(word => word.length > 4) ?? 'words'
  })
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = []
    Reflect.set(globalThis, 'longTasks', tasks)
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
      {
        type: 'longtask',
      },
    )
  })
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'longTasks') as number[])))
}
