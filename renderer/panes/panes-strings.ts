// The words of the lines between panes.

export const panesStrings = {
  panes: {
    list: 'Width of the list',
    side: 'Width of what stands beside the text',
  },
}
