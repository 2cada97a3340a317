import { join } from 'node:path'
import { cpuOf } from '../processes.ts'
import { toHtml, writeParts } from './note-html.ts'
import type { Peer } from './peer.ts'
import { missingPrograms, run } from './programs.ts'

/** Both programs started for each print, as their documentation says. */
export const weasyprint: Peer = {
  name: 'pandoc + WeasyPrint',
  goal: 0.33,
  missing: missingPrograms({ pandoc: 'pandoc', weasyprint: 'weasyprint' }),
  prepare: async job => {
    await writeParts(job)
    const print = () =>
      cpuOf(async () => {
        await toHtml(job.folder)
        await run('weasyprint', ['brief.html', 'brief.pdf'], job.folder)
      })
    return { pdf: join(job.folder, 'brief.pdf'), print }
  },
}
