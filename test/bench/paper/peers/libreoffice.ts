import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cpuOf } from '../processes.ts'
import { writeParts } from './note-html.ts'
import type { Peer } from './peer.ts'
import { missingPrograms, run } from './programs.ts'

/** Both programs started for each print. Its pages have no running heads, and its contents are a field that waits for a person. */
export const libreoffice: Peer = {
  name: 'pandoc + LibreOffice',
  goal: 0.5,
  missing: missingPrograms({ pandoc: 'pandoc', soffice: 'libreoffice-writer' }),
  prepare: async job => {
    await writeParts(job)
    const profile = `-env:UserInstallation=${pathToFileURL(join(job.folder, 'profile')).href}`
    const print = () =>
      cpuOf(async () => {
        await run('pandoc', ['--toc', 'brief.md', '-o', 'brief.docx'], job.folder)
        await run('soffice', [profile, '--headless', '--convert-to', 'pdf', 'brief.docx'], job.folder)
      })
    return { pdf: join(job.folder, 'brief.pdf'), print }
  },
}
