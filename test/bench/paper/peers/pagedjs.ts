import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { projectRoot } from '../../../../scripts/executable.mjs'
import { cpuOf } from '../processes.ts'
import type { WarmChromium } from '../warm-chromium.ts'
import { toHtml, writeParts } from './note-html.ts'
import type { Peer } from './peer.ts'
import { missingPrograms } from './programs.ts'

/** Its polyfill in the page, which says when it is done; printed by the same warm Chromium as the plain print. */
export function pagedjs(chromium: WarmChromium): Peer {
  return {
    name: 'Paged.js',
    goal: 0.25,
    // Its HTML is pandoc's, made before the clock runs.
    missing: missingPrograms({ pandoc: 'pandoc' }),
    prepare: async job => {
      await writeParts(job)
      await toHtml(job.folder)
      const polyfill = join(projectRoot, 'node_modules/pagedjs/dist/paged.polyfill.min.js')
      await cp(polyfill, join(job.folder, 'paged.js'))
      const scripts = `<script>window.PagedConfig = { after: flow => { window.pagesDone = flow.total } }</script>
<script src="paged.js"></script>
</head>`
      const file = join(job.folder, 'brief.html')
      await writeFile(file, (await readFile(file, 'utf8')).replace('</head>', scripts))
      const pdf = join(job.folder, 'brief.pdf')
      const isDone = (page: Page) => page.waitForFunction('window.pagesDone > 0', null, { timeout: 300_000 })
      const print = () => cpuOf(() => chromium.print(pathToFileURL(file).href, pdf, isDone))
      return { pdf, print }
    },
  }
}
