// The words of issuing a brief, of its issued versions, what changed since, and the decisions that come back.

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`)

export const issuingStrings = {
  issuing: {
    issue: 'Issue…',
    title: (version: number | null) =>
      version === null ? 'Issue this brief' : `Issue this brief as v${version}`,
    what: 'Issuing freezes the text, the form, the evidence and sources it uses, and the PDF. An issued version never changes; you go on writing, and see what changed since.',
    checking: 'Running the checks and counting the pages…',
    facts: (version: number, count: number | null) =>
      count === null ? `v${version}` : `v${version} · ${pages(count)}`,
    before: (version: number, moment: string) => `v${version} was issued on ${moment}.`,
    never: 'It has not been issued before.',
    mustMend: (count: number) =>
      count === 1 ? '1 error to mend or answer first' : `${count} errors to mend or answer first`,
    mustMendText:
      'Go to the words and mend them, or say why they may stand: the reason is printed in the annex.',
    warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    answered: (count: number) => (count === 1 ? '1 finding answered' : `${count} findings answered`),
    nothing: 'The checks found nothing to mend.',
    goTo: 'Go to',
    goToOf: (message: string) => `Go to: ${message}`,
    confirmUnknown: 'Issue',
    confirm: (version: number) => `Issue v${version}`,
    again: 'Check again',
    stages: {
      composing: 'Composing the document…',
      printing: 'Printing the pages…',
      writing: 'Freezing the version…',
    },
    issued: (version: number) => `v${version} is issued`,
    issuedText: (moment: string) => `Frozen on ${moment}. It can be saved as a PDF, and it never changes.`,
    kept: 'What was frozen',
    keptText: 'The text and its form',
    keptPages: (count: number | null) => (count === null ? 'The PDF' : `The PDF, ${pages(count)}`),
    keptEvidence: (count: number) => (count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`),
    keptSources: (count: number) =>
      count === 1 ? '1 source, with its text' : `${count} sources, with their texts`,
    hash: 'SHA-256',
    hashHint:
      'This number stands for every word of it: were one changed on the disk, it would no longer fit.',
    notIssued: 'Nothing was issued.',
  },
  issued: {
    title: 'Issued versions',
    none: 'This brief has not been issued',
    noneText:
      'Issue it when you hand it over. That version is then kept as it was handed over, with its evidence, its sources and its PDF; here you see what changed since, and record the decisions that come back.',
    list: 'Versions',
    version: (version: number) => `v${version}`,
    pages,
    newest: 'newest',
    /** What the brief says of itself under its title. */
    changed: (version: number) => `Issued v${version} · changed since`,
    unchanged: (version: number) => `Issued v${version} · unchanged`,
    reading: (version: number) => `Issued v${version}`,
    showChanges: (version: number) => `See what changed since v${version}`,
    showVersions: 'Show the issued versions',
    save: 'Save PDF…',
    saveOf: (version: number) => `Save the PDF of v${version}`,
    saved: (version: number) => `The PDF of v${version} was saved:`,
    since: 'Changes since',
    sinceOf: (version: number) => `Changes since v${version}`,
    record: 'Record decision…',
    recordOf: (version: number) => `Record a decision on v${version}`,
    noRecommendation: 'This version asks for no decision.',
    noRecommendationTip: 'This version has no ::decision block, so there is nothing to record.',
    decisions: (version: number) => `Decisions on v${version}`,
    open: (count: number) =>
      count === 1 ? '1 recommendation awaits its decision' : `${count} recommendations await their decisions`,
    by: (who: string, day: string) => `${who}, ${day}`,
  },
  changes: {
    title: 'What changed',
    from: 'From',
    to: 'To',
    now: 'As it is now',
    reading: 'Comparing…',
    same: (from: number, to: number | null) =>
      to === null ? `Nothing has changed since v${from} was issued.` : `v${from} and v${to} are the same.`,
    since: (version: number, moment: string) => `Changed since v${version}, issued on ${moment}`,
    against: (from: number, to: number) => `v${from} against v${to}`,
    fields: 'About the brief',
    text: 'Text',
    textSame: 'The text is the same.',
    evidence: 'Evidence and sources',
    evidenceText: 'What the brief uses, as it was and as it is.',
    folded: (count: number) => (count === 1 ? '1 paragraph unchanged' : `${count} paragraphs unchanged`),
    save: 'Save as PDF…',
    saved: 'The changes were saved as a PDF:',
    kinds: { changed: 'changed', added: 'now used', removed: 'no longer used', deleted: 'deleted' },
    empty: 'none',
    became: 'became',
  },
  decision: {
    title: (version: number) => `Record decisions on v${version}`,
    what: 'What came back on each recommendation. A decision is kept as an event: it stands in Evidence, and here beside the version it was made on.',
    by: 'Decided by',
    byNeeded: 'Say who decided.',
    on: 'On',
    onNeeded: 'Say on which day.',
    recommendation: (number: number) => `Recommendation ${number}`,
    noneChosen: 'Choose what came back on at least one recommendation.',
    outcomes: { agreed: 'Agreed', 'not-agreed': 'Not agreed', noted: 'Noted', discuss: 'To discuss' },
    recorded: (words: string) => `Recorded: ${words}`,
    clear: 'Clear the choice',
    save: (count: number) => (count > 1 ? 'Record decisions' : 'Record decision'),
    saved: (count: number) =>
      count === 1 ? 'The decision was recorded as an event.' : `${count} decisions were recorded as events.`,
    partly: (done: number, reason: string) =>
      done === 0
        ? `Nothing was recorded. ${reason}`
        : `${done === 1 ? 'One decision was' : `${done} decisions were`} recorded, the rest not. ${reason}`,
    /** Where a decision is from, in the place of a source. */
    from: (version: number, title: string | null) =>
      title === null ? `v${version} of a brief` : `v${version} of “${title}”`,
    ofEvent: (version: number, title: string) => `Decision on v${version} of “${title}”`,
    ofGone: (version: number) => `Decision on v${version} of a brief that is no longer in the library`,
    show: 'Issued versions',
  },
}
