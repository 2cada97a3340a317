import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { filesNamed, filesSaid, namedFiles } from '../../main/named-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-named-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the files among arguments', () => {
  const found = (...args: string[]) => filesNamed(args, { folder: '/home/ann', appPath: '/opt/app' })

  it('are neither switches, nor the library, nor the app itself', () => {
    expect(found('--no-sandbox', '/opt/app', '--library', 'desk', '--library=desk', 'a.pdf')).toEqual([
      '/home/ann/a.pdf',
    ])
  })

  it('are read as paths and as addresses, as desktops of Linux give them', () => {
    const odd = '/srv/minutes of May.md'
    expect(found(odd, pathToFileURL(odd).href)).toEqual([odd, odd])
    // Neither is a file of this computer, and neither keeps the app from starting.
    expect(
      found('file:///srv/%E0%A4%A', odd, ...(process.platform === 'win32' ? [] : ['file://host/a.md'])),
    ).toEqual([odd])
  })
})

describe('what another start says', () => {
  it('is believed where it is a list of whole paths', () => {
    expect(filesSaid({ files: ['/a.md', 'b.md', 3] })).toEqual(['/a.md'])
    for (const odd of [undefined, null, 'a.md', { files: '/a.md' }]) expect(filesSaid(odd)).toEqual([])
  })
})

describe('files that are named', () => {
  it('wait until the window asks, the PDFs of briefs apart, and are given once', async () => {
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const brief = file('brief.pdf', '%PDF-1.7 <xmp:CreatorTool>Dispatch Box</xmp:CreatorTool>')
    const article = file('article.pdf', '%PDF-1.7 <xmp:CreatorTool>Another</xmp:CreatorTool>')
    const note = file('note.md', '<xmp:CreatorTool>Dispatch Box</xmp:CreatorTool>')
    const missing = join(folder, 'missing.pdf')
    let told = 0
    const files = namedFiles(() => void told++)
    files.add([])
    expect(told).toBe(0)
    files.add([brief, article])
    files.add([note, missing])
    expect(told).toBe(2)
    expect(await files.waiting()).toEqual({ briefs: 1, sources: 3 })
    expect(await files.waiting()).toEqual({ briefs: 1, sources: 3 })
    expect([files.takeBrief(), files.takeBrief()]).toEqual([brief, null])
    expect(files.takeSources()).toEqual([article, note, missing])
    expect(await files.waiting()).toEqual({ briefs: 0, sources: 0 })
  })
})
