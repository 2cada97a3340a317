import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { markdownToTypst } from '../markdown-to-typst.ts'
import type { Peer } from './peer.ts'

/** What a brief has on paper, in Typst's words. */
const form = `#set page(
  paper: "a4", margin: (x: 26mm, y: 27mm),
  header: context {
    let before = query(heading.where(level: 2).before(here()))
    if before.len() > 0 { before.last().body }
    h(1fr); [Official]; h(1fr)
  },
  footer: context [The harbour wall #h(1fr) Official #h(1fr) Page #counter(page).display() of #counter(page).final().first()],
)
#set text(size: 10.5pt, lang: "en", region: "gb")
#set par(leading: 0.85em, spacing: 1.3em)
#set document(title: "The harbour wall")
#outline()
`

/** In a process of its own each time, so that nothing is remembered. */
export const typst: Peer = {
  name: 'Typst',
  goal: 2.5,
  missing: null,
  prepare: async ({ brief, folder }) => {
    const [source, pdf] = [join(folder, 'brief.typ'), join(folder, 'brief.pdf')]
    await writeFile(source, `${form}= ${brief.title}\n\n${markdownToTypst(brief.body)}`)
    const program = join(import.meta.dirname, 'typst-process.ts')
    const print = async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, source, pdf])
      return Number(stdout)
    }
    return { pdf, print }
  },
}
