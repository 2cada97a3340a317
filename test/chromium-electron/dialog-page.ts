// A question on a page of its own, in a small window: for desktops without a chooser, and for message boxes.
import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { guardSession, openPage, type PageTarget } from './browser.ts'
import { buttonPage, filePage, type Pressed } from './dialog-markup.ts'
import type { ButtonQuestion, FileQuestion } from './dialog-question.ts'
import { listFolder } from './folder-listing.ts'

interface Conversation<T> {
  readonly size: readonly [width: number, height: number]
  markup(): string
  /** What was answered, or undefined where the page is to be shown anew. */
  hear(pressed: Pressed): { readonly answer: T } | undefined
}

/** The paths chosen; none where the person chose nothing or closed the window. */
export async function askForFiles(question: FileQuestion): Promise<string[]> {
  const { kind, filters, showsHidden } = question
  let { folder, name } = startOf(question)
  let filter = 0
  let warning = ''
  let hasWarned = ''
  const answered = await converse<string[]>({
    size: [640, 520],
    markup: () => {
      try {
        return filePage(question, listFolder(folder, filters[filter], showsHidden), filter, name, warning)
      } catch {
        const nothing = { path: folder, folders: [], files: [] }
        return filePage(question, nothing, filter, name, 'This folder cannot be read.')
      }
    },
    hear: ({ action, value, names, filter: chosenFilter }) => {
      warning = ''
      filter = chosenFilter
      if (kind === 'save') name = names[0] ?? ''
      if (action === 'cancel') return { answer: [] }
      if (action === 'go') folder = join(folder, value)
      if (action !== 'choose') return undefined
      if (kind === 'folder') return { answer: [folder] }
      const paths = names.filter(Boolean).map(chosen => (isAbsolute(chosen) ? chosen : join(folder, chosen)))
      const [path] = paths
      if (path === undefined) {
        warning = kind === 'save' ? 'Give the file a name.' : 'Choose a file first.'
      } else if (kind === 'save' && existsSync(path) && hasWarned !== path) {
        hasWarned = path
        warning = `“${basename(path)}” is already there. Choose ${question.button} again to replace it.`
      } else {
        return { answer: paths }
      }
      return undefined
    },
  })
  return answered ?? []
}

/** The button pressed; undefined where the person closed the window or pressed Escape. */
export function askForButton(
  question: ButtonQuestion,
): Promise<{ button: number; isChecked: boolean } | undefined> {
  return converse<{ button: number; isChecked: boolean } | undefined>({
    size: [460, 0],
    markup: () => buttonPage(question),
    hear: ({ action, value, isChecked }) => ({
      answer: action === 'button' ? { button: Number(value), isChecked } : undefined,
    }),
  })
}

function startOf({ kind, startAt }: FileQuestion): { folder: string; name: string } {
  if (startAt === undefined) return { folder: homedir(), name: '' }
  const path = isAbsolute(startAt) ? startAt : join(homedir(), startAt)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return { folder: path, name: '' }
  const folder = existsSync(dirname(path)) ? dirname(path) : homedir()
  return { folder, name: kind === 'save' ? basename(path) : '' }
}

function converse<T>(conversation: Conversation<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    openPage('window', () => resolve(undefined))
      .then(target => show(target, conversation, resolve, reject))
      .catch(reject)
  })
}

async function show<T>(
  { id, session, browser }: PageTarget,
  { size, markup, hear }: Conversation<T>,
  resolve: (answer: T) => void,
  reject: (error: unknown) => void,
): Promise<void> {
  guardSession(session, ({ requestId, request }, from) => {
    if (request.url.startsWith('data:')) from.tell('Fetch.continueRequest', { requestId })
    else from.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  })
  const { frameTree } = await session.send('Page.getFrameTree')
  const write = () => session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: markup() })
  session.on('Runtime.bindingCalled', ({ payload }) => {
    const heard = hear(JSON.parse(payload) as Pressed)
    if (heard) {
      resolve(heard.answer)
      browser.tell('Target.closeTarget', { targetId: id })
    } else {
      write().catch(reject)
    }
  })
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: 'answer' }),
    session.send('Runtime.runIfWaitingForDebugger'),
  ])
  await write()
  const measured = await session.send('Runtime.evaluate', {
    expression: '[screen.availWidth, screen.availHeight, document.querySelector("form").offsetHeight]',
    returnByValue: true,
  })
  const [availableWidth, availableHeight, contentHeight] = measured.result.value as [number, number, number]
  const [width, height] = [size[0], size[1] || contentHeight]
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: id })
  const left = Math.max(0, Math.round((availableWidth - width) / 2))
  const top = Math.max(0, Math.round((availableHeight - height) / 3))
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { left, top } })
  await browser.send('Browser.setContentsSize', { windowId, width, height })
  await session.send('Page.bringToFront')
}
