// How a person exported last, remembered on this machine outside of every library.
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { type ExportLook, exportFormats, usualLook } from '../../shared/brief/export-format.ts'
import { paperNames } from '../../shared/brief/paper.ts'
import { notesPlaces } from '../../shared/brief/template.ts'
import { writeDurably } from './durable-file.ts'

const stored = z.object({
  format: z.enum(exportFormats),
  notes: z.enum(notesPlaces).nullable(),
  paper: z.enum(paperNames).nullable(),
})

/** Remembers looks in a file. A failure is no reason to disturb anybody: the usual one is proposed then. */
export function lastExport(file: string) {
  return {
    read: async (): Promise<ExportLook> => {
      try {
        return stored.parse(JSON.parse(await readFile(file, 'utf8')))
      } catch {
        return usualLook
      }
    },
    keep: async (look: ExportLook): Promise<void> => {
      try {
        await mkdir(dirname(file), { recursive: true })
        await writeDurably(file, new TextEncoder().encode(JSON.stringify(look)))
      } catch {}
    },
  }
}
