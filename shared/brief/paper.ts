// The papers a brief is printed on. Chromium lays out pages of whole CSS pixels, and what is placed by measure must agree.

/** A paper's name, as a template has it. */
export type Paper = (typeof paperNames)[number]

export const paperNames = ['a4', 'letter'] as const

/** What a person may prefer: the paper that each form says, or one for everything. */
export const preferredPapers = ['template', ...paperNames] as const

export type PreferredPaper = (typeof preferredPapers)[number]

/** A form on the paper that is preferred: whoever prints has that paper, whatever the form was made for. */
export function onPreferredPaper<Form extends { paper: Paper }>(form: Form, preferred: PreferredPaper): Form {
  return preferred === 'template' ? form : { ...form, paper: preferred }
}

/** CSS pixels: the page, and the part of it that the text has, also where the page is turned. */
export type PaperSize = {
  width: number
  height: number
  text: { width: number; height: number }
  turnedText: { width: number; height: number }
  /** CSS's name of it. */
  name: string
}

/** CSS pixels from the edge of a page to its text, on every paper. */
export const pageMargin = { block: 102, inline: 98 }

export const papers: Readonly<Record<Paper, PaperSize>> = {
  a4: sized('A4', 794, 1123),
  letter: sized('letter', 816, 1056),
}

function sized(name: string, width: number, height: number): PaperSize {
  const within = (width: number, height: number) => ({
    width: width - 2 * pageMargin.inline,
    height: height - 2 * pageMargin.block,
  })
  return { name, width, height, text: within(width, height), turnedText: within(height, width) }
}
