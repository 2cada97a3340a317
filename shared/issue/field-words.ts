// What the fields are called that a comparison tells of.

/** Those whose own name does not say it. */
const words: Record<string, string> = {
  dueOn: 'Due',
  template: 'Form',
  recipients: 'Addressed to',
  answers: 'Findings answered',
  measures: 'What it counts',
  asOf: 'As of',
  publishedOn: 'Published',
  url: 'Address',
  kind: 'Kind',
  when: 'When',
}

/** The name of a field as people read it: “Said on” for `saidOn`. */
export function fieldWords(name: string): string {
  if (Object.hasOwn(words, name)) return words[name] ?? name
  const spaced = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
