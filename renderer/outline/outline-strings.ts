// The words of the outline of a brief.

export const outlineStrings = {
  outline: {
    title: 'Outline',
    hide: 'Hide outline',
    none: 'No headings yet. Write ## before a line, or / to begin one.',
    untitled: 'Heading without words',
    keys: 'Enter goes there, Alt+↑ and Alt+↓ move the section.',
    moved: (words: string, at: number, of: number) => `${words} moved to place ${at} of ${of}`,
    notMoved: (words: string) => `${words} stays: no section of its level is there`,
  },
}
