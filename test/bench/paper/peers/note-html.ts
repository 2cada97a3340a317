import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../../../scripts/executable.mjs'
import type { PeerJob } from './peer.ts'
import { run } from './programs.ts'

const faces = ['400-normal', '600-normal'].map(face => `source-serif-4-latin-${face}.woff2`)

/** What pandoc is asked for, beside its input and output, to give HTML with contents, and notes where they are called. */
const pandocArguments = [
  '--from=markdown',
  '--to=html5',
  '--standalone',
  '--toc',
  `--lua-filter=${join(import.meta.dirname, 'note-at-call.lua')}`,
  '--css=pages.css',
]

/** Puts the Markdown, the style and its fonts into the folder of a peer. */
export async function writeParts({ brief, folder }: PeerJob): Promise<void> {
  await writeFile(join(folder, 'brief.md'), `---\ntitle: ${brief.title}\nlang: en-GB\n---\n\n${brief.body}`)
  await cp(join(import.meta.dirname, 'pages.css'), join(folder, 'pages.css'))
  const fonts = join(projectRoot, 'node_modules/@fontsource/source-serif-4/files')
  for (const face of faces) await cp(join(fonts, face), join(folder, face))
}

/** The HTML of the Markdown there, as `brief.html`. */
export function toHtml(folder: string): Promise<void> {
  return run('pandoc', [...pandocArguments, 'brief.md', '-o', 'brief.html'], folder)
}
