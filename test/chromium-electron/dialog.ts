// dialog: answered by the desktop's own chooser, or else by a small page; tests put their own answers in its place.
import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { BrowserWindow } from './browser-window.ts'
import { isHeadless } from './chromium.ts'
import { askForButton, askForFiles } from './dialog-page.ts'
import { askDesktop } from './dialog-programs.ts'
import type { FileQuestion } from './dialog-question.ts'
import { notInTheStandIn, refuseUnknownKeys, strictly } from './strict.ts'

// Choosers make new folders by themselves; `createDirectory` asks a Mac's to.
const openProperties = ['openFile', 'openDirectory', 'createDirectory', 'multiSelections', 'showHiddenFiles']
const fileOptions = ['title', 'defaultPath', 'buttonLabel', 'filters', 'properties']
const boxOptions = [
  'message',
  'type',
  'buttons',
  'defaultId',
  'title',
  'detail',
  'cancelId',
  'checkboxLabel',
  'checkboxChecked',
]

function optionsOf<T extends object>(name: string, known: readonly string[], args: readonly unknown[]): T {
  const options = (args[0] instanceof BrowserWindow ? args[1] : (args[1] ?? args[0])) ?? {}
  if (typeof options !== 'object') throw new TypeError('Options must be an object')
  refuseUnknownKeys(`dialog.${name} option`, options, known)
  return options as T
}

function refuseWithoutScreen(name: string): void {
  if (!isHeadless()) return
  throw new Error(
    `dialog.${name}: there is no screen to ask anybody on; a test replaces it (dialog.${name} = async () => …)`,
  )
}

async function askFor(
  kind: FileQuestion['kind'],
  verb: string,
  options: OpenDialogOptions | SaveDialogOptions,
  properties: ReadonlySet<string>,
): Promise<string[]> {
  const { title = verb, buttonLabel = verb, defaultPath, filters = [] } = options
  const question: FileQuestion = {
    kind,
    title,
    button: buttonLabel,
    startAt: defaultPath,
    multiple: properties.has('multiSelections'),
    showsHidden: properties.has('showHiddenFiles'),
    filters: filters.length > 0 ? filters : [{ name: 'All files', extensions: ['*'] }],
  }
  return (await askDesktop(question)) ?? askForFiles(question)
}

export const dialog = strictly('dialog', {
  async showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
    const options = optionsOf<OpenDialogOptions>('showOpenDialog', fileOptions, args)
    const properties = new Set<string>(options.properties ?? ['openFile'])
    for (const property of properties) {
      if (!openProperties.includes(property)) throw notInTheStandIn(`the showOpenDialog property ${property}`)
    }
    refuseWithoutScreen('showOpenDialog')
    const filePaths = await askFor(
      properties.has('openDirectory') ? 'folder' : 'open',
      'Open',
      options,
      properties,
    )
    return { canceled: filePaths.length === 0, filePaths }
  },

  async showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
    const options = optionsOf<SaveDialogOptions>('showSaveDialog', fileOptions, args)
    refuseWithoutScreen('showSaveDialog')
    const properties = new Set<string>(options.properties ?? [])
    const [filePath = ''] = await askFor('save', 'Save', options, properties)
    return { canceled: filePath === '', filePath }
  },

  async showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    const options = optionsOf<MessageBoxOptions>('showMessageBox', boxOptions, args)
    if (typeof options.message !== 'string') throw new TypeError('Message must be a string')
    refuseWithoutScreen('showMessageBox')
    const buttons = options.buttons?.length ? options.buttons : ['OK']
    const cancelled = options.cancelId ?? buttons.findIndex(label => /^(cancel|no)$/i.test(label))
    const answer = await askForButton({
      title: options.title ?? '',
      message: options.message,
      detail: options.detail ?? '',
      buttons,
      defaultButton: options.defaultId ?? 0,
      checkbox: options.checkboxLabel ?? '',
      isChecked: options.checkboxChecked ?? false,
    })
    return {
      response: answer?.button ?? Math.max(cancelled, 0),
      checkboxChecked: answer?.isChecked ?? options.checkboxChecked ?? false,
    }
  },

  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`)
  },
})
