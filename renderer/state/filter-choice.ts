/** A value that a part of a filter may have, in words. */
export type FilterChoice = { value: string; label: string }

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Values with their words as choices, in the order of the alphabet. */
export function choicesInOrder(labels: ReadonlyMap<string, string>): FilterChoice[] {
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => alphabet.compare(one.label, other.label))
}
