// PDFs that are known as exports of ours, without a printer.
import type { FinishPdf } from '../../main/requests/ports.ts'
import { pdfProducer } from '../../shared/brief/maker.ts'

export function ownPdf(words = ''): string {
  return `%PDF-1.7 <pdf:Producer>${pdfProducer}</pdf:Producer> ${words} startxref`
}

/** Marks a print as ours, and finishes nothing. */
export const finishAsOurs: FinishPdf = async print => Buffer.concat([print, Buffer.from(ownPdf())])
