// How a terminal hands a brief to the app's own executable for printing, and gets the PDF back.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { RenderedBrief } from '../shared/brief/render-brief.ts'
import type { Printer } from './requests/ports.ts'

const rendered = z.strictObject({
  title: z.string(),
  language: z.string(),
  html: z.string(),
  pageStyle: z.string(),
  marginWords: z.string(),
})

/** The switch that starts the app as a printer: `--print-job=FOLDER`, a private folder. */
export const printSwitch = '--print-job='

const briefFile = (folder: string) => join(folder, 'brief.json')
const pdfFile = (folder: string) => join(folder, 'brief.pdf')

export async function writePrintJob(folder: string, brief: RenderedBrief): Promise<void> {
  await writeFile(briefFile(folder), JSON.stringify(brief), { flag: 'wx' })
}

/** In the app's process: prints the folder's brief beside it. */
export async function runPrintJob(folder: string, printer: Printer): Promise<void> {
  const brief = rendered.parse(JSON.parse(await readFile(briefFile(folder), 'utf8')))
  await writeFile(pdfFile(folder), await printer.print(brief), { flag: 'wx' })
}

export async function readPrinted(folder: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(pdfFile(folder)))
}
