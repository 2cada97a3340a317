// The bytes of a PDF by which one is known as an export of ours.
import { pdfProducer } from '../../shared/brief/maker.ts'

export function ownPdf(words = ''): string {
  return `%PDF-1.7 <pdf:Producer>${pdfProducer}</pdf:Producer> ${words} startxref`
}
