// Menu and MenuItem. Nothing is drawn: the items can be found, chosen, and reached by their keys.
import type { MenuItemConstructorOptions, PopupOptions } from 'electron'
import { parseAccelerator } from './accelerator.ts'
import { BrowserWindow } from './browser-window.ts'
import { setMenuCommands } from './menu-commands.ts'
import { roleOf } from './menu-roles.ts'
import type { PageAccelerator } from './page/messages.ts'
import { refuseUnknownKeys, StrictEmitter, sealPrototype } from './strict.ts'
import { WebContents } from './web-contents.ts'

const itemOptions = [
  'click',
  'role',
  'type',
  'label',
  'sublabel',
  'toolTip',
  'accelerator',
  'enabled',
  'visible',
  'checked',
  'registerAccelerator',
  'submenu',
  'id',
]
const itemTypes = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette']
let lastCommand = 0

export class MenuItem {
  readonly commandId: number
  readonly id: string | undefined
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  readonly registerAccelerator: boolean
  readonly click: (event?: unknown, window?: unknown, contents?: unknown) => void
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  menu: Menu | undefined

  constructor(options: MenuItemConstructorOptions) {
    refuseUnknownKeys('MenuItem option', options, itemOptions)
    const role = options.role === undefined ? undefined : roleOf(options.role)
    const { submenu } = options
    lastCommand += 1
    this.commandId = lastCommand
    this.id = options.id
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    if (!itemTypes.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`)
    if (this.type === 'submenu' && !submenu) throw new Error('Invalid submenu')
    this.label = options.label ?? role?.label ?? ''
    if (this.type !== 'separator' && this.label === '') {
      throw new Error('An item of the menu needs a label, a role or the type separator')
    }
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    if (this.accelerator !== undefined) parseAccelerator(this.accelerator)
    this.registerAccelerator =
      (options.registerAccelerator ?? true) && !(role?.isNative && !options.accelerator)
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : (submenu as unknown as Menu | undefined)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.click = (
      event = {},
      window = BrowserWindow.getFocusedWindow(),
      contents = BrowserWindow.getFocusedWindow()?.webContents,
    ) => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.#chooseAmongRadios()
      if (options.click) options.click(this as never, window as never, event as never)
      else role?.run(contents as WebContents | undefined)
    }
  }

  #chooseAmongRadios(): void {
    const items = this.menu?.items ?? []
    const at = items.indexOf(this)
    const isRadio = (index: number) => items[index]?.type === 'radio'
    let start = at
    while (isRadio(start - 1)) start -= 1
    for (let index = start; isRadio(index); index += 1) (items[index] as MenuItem).checked = index === at
  }
}
sealPrototype('MenuItem', MenuItem)

let applicationMenu: Menu | null = null

export class Menu extends StrictEmitter {
  readonly items: MenuItem[] = []

  constructor() {
    super('Menu', [])
  }

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
    announce()
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  /** Nothing is drawn, and nobody chooses: code that holds the menu can. */
  popup(options: PopupOptions = {}): void {
    refuseUnknownKeys('Menu.popup option', options, ['window', 'x', 'y', 'sourceType'])
    const { window = BrowserWindow.getFocusedWindow(), x, y } = options
    if (!(window instanceof BrowserWindow)) throw new Error('Cannot open Menu without a BaseWindow present')
    if ((x === undefined) !== (y === undefined)) throw new TypeError('x and y of Menu.popup come together')
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this
    this.items.splice(position, 0, item)
    if (applicationMenu) announce()
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.everyItem().find(item => item.id === id) ?? null
  }

  /** The items of this menu and of the menus in it. */
  everyItem(): MenuItem[] {
    return this.items.flatMap(item => [item, ...(item.submenu?.everyItem() ?? [])])
  }
}
sealPrototype('Menu', Menu)

/** Tells every page of the keys the menu listens to now. */
function announce(): void {
  const items = applicationMenu?.everyItem() ?? []
  const accelerators: PageAccelerator[] = items
    .filter(item => item.accelerator !== undefined && item.registerAccelerator)
    .map(item => ({ command: item.commandId, ...parseAccelerator(item.accelerator ?? '') }))
  setMenuCommands({
    accelerators,
    run(command, contents) {
      const item = items.find(candidate => candidate.commandId === command)
      if (item?.visible)
        item.click({ triggeredByAccelerator: true }, BrowserWindow.fromWebContents(contents), contents)
    },
  })
  for (const contents of WebContents.getAllWebContents()) contents.useAccelerators()
}
