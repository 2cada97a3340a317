// The words of the palette.

export const paletteStrings = {
  palette: {
    title: 'Find anything',
    placeholder: 'Find a command, a brief, a source, evidence or a person',
    results: 'What was found',
    now: 'Here and now',
    recent: 'Opened last',
    commands: 'All commands',
    all: 'All',
    beside: (keys: string) => `${keys} opens it beside the brief`,
    none: (query: string) => `Nothing is called “${query}”.`,
    count: (count: number) => (count === 1 ? '1 found' : `${count} found`),
  },
}
