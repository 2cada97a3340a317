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
    answer: 'Answer…',
    changeAnswer: 'Change…',
    withdraw: 'Withdraw',
    reason: 'Why it may stand',
    reasonHint: 'Printed in the annex. Enter saves, Esc leaves.',
    reasonNeeded: 'Say in a few words why it may stand.',
    textNotSaved: (reason: string) =>
      `Nothing was answered, because the brief’s text could not be saved. ${reason}`.trim(),
    reasonUnsaved: 'A reason that you typed for a finding is not saved.',
    findingGone: (words: string) =>
      words === '' ? 'The finding is gone.' : `The finding on “${words}” is gone.`,
    findingGoneReason: (reason: string) => `What you typed about it: ${reason}`,
    next: 'Next finding',
    previous: 'Previous finding',
    changed: 'The text has changed since; the checks are reading it again.',
  },
}

function counted(count: number, what: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
