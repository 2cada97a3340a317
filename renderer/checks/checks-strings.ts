// The words of the checks panel.

export const checksStrings = {
  checks: {
    label: 'Checks',
    list: 'Findings',
    /** What the status line says. */
    count: (errors: number, warnings: number, notes: number) =>
      [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')]
        .filter(part => part !== '')
        .join(' · ') || 'No findings',
    show: (count: string) => `Checks: ${count}`,
    running: 'Checking…',
    nothing: 'Nothing to mend.',
    nothingText:
      'The checks read along while you write: words that are not the quote’s, numbers that have moved on, dates gone by, claims without a source.',
    failed: (reason: string) => `The checks could not be run. ${reason}`,
    place: (line: number) => `Line ${line}`,
    whole: 'Whole brief',
    severities: { error: 'Error', warning: 'Warning', note: 'Note' },
    answered: (reason: string) => `Answered: ${reason}`,
    next: 'Next finding',
    previous: 'Previous finding',
    changed: 'The text has changed since; the checks are reading it again.',
  },
}

function counted(count: number, what: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
