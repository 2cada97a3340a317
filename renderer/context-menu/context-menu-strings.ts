// The words of the menus that a right click opens.

export const contextMenuStrings = {
  contextMenu: {
    label: (name: string) => `What to do with “${name}”`,
    ofSelection: (count: number) => `What to do with ${count} pieces of evidence`,
    region: 'Menu',
    open: 'Open',
    copyWords: 'Copy the selected words',
    copyReference: 'Copy as reference',
    versions: 'Earlier versions…',
  },
}
