// A printer of its own process that prints a brief's HTML after the mark of a PDF.
import { printToken, runPrintJob } from '../../../main/print-job.ts'

const [, , address = ''] = process.argv
await runPrintJob(address, process.env[printToken] ?? '', {
  print: async ({ html }) => new TextEncoder().encode(`%PDF of ${html}`),
})
