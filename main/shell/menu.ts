import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/request-names.ts'

/** The application menu. Its items ask the window to act, so a key, the menu and a button end in the same place. */
export function setMenu(choose: (command: MenuCommand) => void, platform: NodeJS.Platform): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => {
    const keys = accelerator === undefined ? {} : { accelerator }
    return { id: command, label, ...keys, click: () => choose(command) }
  }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        item('New Brief…', 'new-brief', 'CmdOrCtrl+N'),
        item('Open Brief from PDF…', 'open-brief', 'CmdOrCtrl+O'),
        item('Import Source…', 'import-source', 'CmdOrCtrl+I'),
        separator,
        item('Export Brief…', 'export-brief', 'CmdOrCtrl+E'),
        item('Export Brief As…', 'export-as', 'CmdOrCtrl+Alt+E'),
        item('Copy Brief as Rich Text', 'copy-brief', 'CmdOrCtrl+Shift+C'),
        item('Issue Brief…', 'issue-brief', 'CmdOrCtrl+Shift+E'),
        item('Issued Versions…', 'show-issued'),
        item('Earlier Versions…', 'show-history', 'CmdOrCtrl+Shift+H'),
        item('Templates…', 'show-templates'),
        separator,
        item('Backups…', 'show-backups'),
        item('Recovery…', 'show-recovery'),
        item('Export Library as Folder…', 'export-library'),
        item('Import Library from Folder…', 'import-library'),
        item('Import Notes from Folder…', 'import-notes'),
        separator,
        item('Passphrase…', 'show-passphrase'),
        item('Lock Library', 'lock-library', 'CmdOrCtrl+Shift+L'),
        separator,
        { role: platform === 'darwin' ? 'close' : 'quit' },
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
        { role: 'selectAll' },
        separator,
        item('Smart Quotes and Dashes', 'toggle-smart-typing'),
        item('Check Spelling While Typing', 'toggle-spelling'),
        item('Preferences…', 'show-preferences', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: 'View',
      submenu: [
        item('Briefs', 'show-briefs', 'CmdOrCtrl+1'),
        item('Sources', 'show-sources', 'CmdOrCtrl+2'),
        item('Evidence', 'show-evidence', 'CmdOrCtrl+3'),
        item('People', 'show-people', 'CmdOrCtrl+4'),
        item('Measures', 'show-measures', 'CmdOrCtrl+5'),
        item('Trash', 'show-trash', 'CmdOrCtrl+9'),
        separator,
        item('Preview', 'toggle-preview', 'CmdOrCtrl+Shift+P'),
        item('Text or Pages in Preview', 'toggle-pages', 'CmdOrCtrl+Shift+O'),
        item('Checks', 'toggle-checks', 'CmdOrCtrl+Shift+M'),
        item('Outline', 'toggle-outline', 'CmdOrCtrl+Shift+T'),
        item('Focus on Paragraph', 'toggle-focus', 'CmdOrCtrl+Shift+D'),
        item('Typewriter Scrolling', 'toggle-typewriter', 'CmdOrCtrl+Shift+Y'),
        item('Calm Writing', 'toggle-calm', 'CmdOrCtrl+Shift+Enter'),
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
      submenu: [item('Keys', 'show-keys', 'F1'), item('About Dispatch Box', 'show-about')],
    },
  ]
  const appMenu: MenuItemConstructorOptions = {
    label: 'Dispatch Box',
    submenu: [item('About Dispatch Box', 'show-about'), separator, { role: 'quit' }],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(platform === 'darwin' ? [appMenu, ...template] : template))
}
