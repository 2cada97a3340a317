// The process that reads files, as a terminal starts it; one for all tests of a file, and only where one needs it.
import { join } from 'node:path'
import { readingProcess } from '../../../main/capture/process/reading-process.ts'
import { forkedProcess } from '../../../main/terminal/forked-process.ts'

export const reading = readingProcess(
  forkedProcess(join(import.meta.dirname, '../../../main/capture/process/capture-process.ts')),
)
