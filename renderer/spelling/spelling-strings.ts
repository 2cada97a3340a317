// The words of the check of spelling.

export const spellingStrings = {
  spelling: {
    menu: (word: string) => `Spelling of “${word}”`,
    none: 'No suggestions',
    add: 'Add to dictionary',
    turnOff: 'Stop checking spelling',
    added: (word: string) => `“${word}” is now in the dictionary of this library.`,
    isOn: 'Spelling is checked while you write.',
    isOff: 'Spelling is no longer checked.',
    allRight: 'No misspelt word in view.',
  },
}
