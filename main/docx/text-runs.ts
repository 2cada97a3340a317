// Text as runs of Word's: of one direction each, and nothing in it that XML cannot hold.
import { type IRunPropertiesOptions, TextRun } from 'docx'

const rightToLeft = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}'
// Digits and signs between two words of such a script are set with them.
const rightToLeftRun = new RegExp(`[${rightToLeft}]+(?:[^\\p{L}\\n]*[${rightToLeft}]+)*`, 'gu')

/** Text as XML may hold it: no control characters, no half characters. */
export function wordText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

/** Whether a text begins in a script that runs from right to left, as HTML's `dir="auto"` tells it. */
export function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? []
  return letter !== undefined && new RegExp(`[${rightToLeft}]`, 'u').test(letter)
}

/** The runs of a text; words of scripts from right to left are marked as such, which Word does not tell by itself. */
export function textRuns(text: string, look: IRunPropertiesOptions): TextRun[] {
  const shown = wordText(text)
  const runs: TextRun[] = []
  const add = (part: string, more: IRunPropertiesOptions = {}) => {
    if (part !== '') runs.push(new TextRun({ ...look, ...more, text: part }))
  }
  let at = 0
  for (const match of shown.matchAll(rightToLeftRun)) {
    add(shown.slice(at, match.index))
    add(match[0], { rightToLeft: true })
    at = match.index + match[0].length
  }
  add(shown.slice(at))
  return runs
}
