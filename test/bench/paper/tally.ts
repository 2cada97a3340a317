import { readFile } from 'node:fs/promises'
import { laidOutPdf } from '../../proof-pdf/laid-out-pdf.ts'

/** How much is printed in a PDF: words are what has a letter or a digit in it, not the dots of contents. */
export type Tally = { pages: number; words: number }

/** A share of ours that theirs may lack: contents left empty, running heads on fewer pages. */
const mayLack = 0.1

export async function tallyOf(pdf: string): Promise<Tally> {
  const { pages } = await laidOutPdf(new Uint8Array(await readFile(pdf)))
  const words = pages.flatMap(page => page.words.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [])
  return { pages: pages.length, words: words.length }
}

/** Throws where a peer leaves out what ours prints, or ours what a peer prints: then their times say nothing. */
export function mustPrintAsMuch(name: string, theirs: Tally, ours: Tally): void {
  const isNear = Math.abs(theirs.words - ours.words) <= ours.words * mayLack
  if (!isNear) throw new Error(`${name} prints ${theirs.words} words where we print ${ours.words}`)
}
