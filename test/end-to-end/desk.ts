// The app, started as a person starts it, on a library and a profile of the test's own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'

/** The app's folder, or an app.asar that was made of it (`npm run proof:package`). */
export const builtApp = process.env.DISPATCH_BOX_APP ?? projectRoot

const screenshots = join(projectRoot, 'out', 'screenshots')

/** A started app: its main process and its window. */
export type OpenApp = { app: ElectronApplication; page: Page; close: () => Promise<void> }

type Desk = {
  /** What the executable is started with: the app's folder or an archive of it. */
  appPath: string
  /** A folder of the test's own, removed after it. */
  folder: string
  /**
   * Starts the app on the test's library, once more where it was closed before; with another profile beside the first, and
   * with files to open.
   */
  openApp: (profile?: string, files?: readonly string[]) => Promise<OpenApp>
}

export const test = base.extend<Desk>({
  appPath: [builtApp, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-end-to-end-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  openApp: async ({ folder, appPath }, use) => {
    const opened: OpenApp[] = []
    await use(async (profile = 'profile', files = []) => {
      const started = await startApp(appPath, join(folder, 'library'), join(folder, profile), files)
      opened.push(started)
      return started
    })
    for (const { close } of opened) await close()
  },
})

async function startApp(
  appPath: string,
  library: string,
  profile: string,
  files: readonly string[],
): Promise<OpenApp> {
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${profile}`,
      appPath,
      `--library=${library}`,
      ...files,
    ],
    cwd: projectRoot,
  })
  const page = await app.firstWindow()
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .or(page.getByRole('button', { name: 'Unlock' }))
    .waitFor()
  let isOpen = true
  app.on('close', () => {
    isOpen = false
  })
  return { app, page, close: async () => void (isOpen && (await app.close())) }
}

/** Answers the next dialogs for files to open. */
export async function answerOpenDialog(app: ElectronApplication, files: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, files)
}

/** Takes in the sample article of 3 May 2025, with the six pieces of evidence that the app finds in it. */
export async function takeInSample({ app, page }: OpenApp): Promise<void> {
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
  await page.getByLabel('Published', { exact: true }).press('Tab')
  await page.getByRole('button', { name: 'Accept all', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText(/Evidence\s*6/)
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

/** Answers the next dialogs for where to save. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

/** Chooses an item of the application menu, as its accelerator does. */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    if (await wanted.evaluate(element => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${wanted}.`)
}

/** Waits until the choices are those of everything typed: before that, Enter is a line's end. */
export async function choicesAreReady(page: Page): Promise<void> {
  await page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)').waitFor()
}

/** Keeps a picture of the window in out/screenshots, to be looked at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' })
}

/** Selects words in the open source as a person does with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate(exact => {
    const article = document.querySelector('article')
    if (!article) throw new Error('No source is open.')
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const nodes: { node: Node; from: number }[] = []
    let text = ''
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: text.length })
      text += walker.currentNode.textContent ?? ''
    }
    const start = text.indexOf(exact)
    if (start === -1) throw new Error(`“${exact}” is not in the open source.`)
    const at = (offset: number) => {
      const found = nodes.findLast(({ from }) => from <= offset)
      if (!found) throw new Error('The source is empty.')
      return [found.node, offset - found.from] as const
    }
    // Nobody selects what is out of sight, and a press of the mouse would bring the focus along.
    at(start)[0].parentElement?.scrollIntoView({ block: 'center' })
    article.focus({ preventScroll: true })
    const selection = getSelection()
    selection?.setBaseAndExtent(...at(start), ...at(start + exact.length))
  }, words)
}
