import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type MenuCommand, menuKeys } from '../../shared/menu-keys.ts'
import type { RecentPlace } from '../../shared/request-names.ts'

/** The application menu. Its items ask the window to act, so a key, the menu and a button end in the same place. */
export function setMenu(
  {
    recent,
    choose,
    open,
  }: {
    /** What was open last, the last first. */
    recent: readonly RecentPlace[]
    choose: (command: MenuCommand) => void
    open: (place: RecentPlace) => void
  },
  platform: NodeJS.Platform,
): void {
  const item = (label: string, command: MenuCommand): MenuItemConstructorOptions => {
    const keys = menuKeys(command, platform === 'darwin')?.replace('mod', 'CmdOrCtrl')
    return { id: command, label, ...(keys ? { accelerator: keys } : {}), click: () => choose(command) }
  }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        item('New Brief…', 'new-brief'),
        item('Open Brief from PDF…', 'open-brief'),
        {
          id: 'open-recent',
          label: 'Open Recent',
          enabled: recent.length > 0,
          submenu: recent.map(place => ({ label: labelOf(place), click: () => open(place) })),
        },
        item('Import Source…', 'import-source'),
        separator,
        item('Export Brief…', 'export-brief'),
        item('Export Brief As…', 'export-as'),
        item('Copy Brief as Rich Text', 'copy-brief'),
        item('Issue Brief…', 'issue-brief'),
        item('Issued Versions…', 'show-issued'),
        item('Earlier Versions…', 'show-history'),
        item('Templates…', 'show-templates'),
        separator,
        item('Backups…', 'show-backups'),
        item('Recovery…', 'show-recovery'),
        item('Export Library as Folder…', 'export-library'),
        item('Import Library from Folder…', 'import-library'),
        item('Import Notes from Folder…', 'import-notes'),
        separator,
        item('Passphrase…', 'show-passphrase'),
        item('Lock Library', 'lock-library'),
        separator,
        // The shorter keys close a tab, as in browsers.
        platform === 'darwin' ? { role: 'close', accelerator: 'Cmd+Shift+W' } : { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        {
          role: 'pasteAndMatchStyle',
          label: 'Paste as Plain Text',
          accelerator: 'CmdOrCtrl+Shift+V',
        },
        { role: 'selectAll' },
        separator,
        item('Smart Quotes and Dashes', 'toggle-smart-typing'),
        item('Check Spelling While Typing', 'toggle-spelling'),
        item('Preferences…', 'show-preferences'),
      ],
    },
    {
      label: 'View',
      submenu: [
        item('Find Anything…', 'show-palette'),
        item('Back', 'go-back'),
        item('Forward', 'go-forward'),
        separator,
        item('New Tab…', 'new-tab'),
        item('Close Tab', 'close-tab'),
        item('Next Tab', 'next-tab'),
        item('Previous Tab', 'previous-tab'),
        separator,
        item('Search', 'show-search'),
        item('Briefs', 'show-briefs'),
        item('Sources', 'show-sources'),
        item('Evidence', 'show-evidence'),
        item('Timeline', 'show-timeline'),
        item('People', 'show-people'),
        item('Measures', 'show-measures'),
        item('Trash', 'show-trash'),
        separator,
        item('Preview', 'toggle-preview'),
        item('Source Beside the Brief', 'toggle-source'),
        item('Text or Pages in Preview', 'toggle-pages'),
        item('Scroll Preview with Text', 'toggle-scroll-lock'),
        item('Checks', 'toggle-checks'),
        item('Outline', 'toggle-outline'),
        item('Focus on Paragraph', 'toggle-focus'),
        item('Typewriter Scrolling', 'toggle-typewriter'),
        item('Calm Writing', 'toggle-calm'),
        item('Which Checks Are On…', 'show-rules'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: 'Help',
      submenu: [item('Keys', 'show-keys'), item('About Dispatch Box', 'show-about')],
    },
  ]
  const appMenu: MenuItemConstructorOptions = {
    label: 'Dispatch Box',
    submenu: [item('About Dispatch Box', 'show-about'), separator, { role: 'quit' }],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(platform === 'darwin' ? [appMenu, ...template] : template))
}

/** CSS has no say in a menu: a longer title would make it as wide as the screen. */
const longestTitle = 60

function labelOf({ room, title }: RecentPlace): string {
  const shown = title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title
  // A single & would underline the letter after it.
  return `${shown.replaceAll('&', '&&')}${room === 'sources' ? ' (source)' : ''}`
}
