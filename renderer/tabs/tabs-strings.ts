// The words of the tabs.

export const tabsStrings = {
  tabs: {
    label: 'Tabs',
    new: 'New tab',
    close: 'Close',
    choose: 'A brief, a source or a person to open in a new tab',
    openInTab: 'Open in a new tab',
  },
}
