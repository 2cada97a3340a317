import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../../main/terminal/run-command.ts'
import { parseCall, WrongUsage } from '../../../main/terminal/usage.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openIssueDesk } from '../requests/issue-desk.ts'

/** A terminal before a library with a brief that can be issued. */
async function openTerminal() {
  const folder = temporaryFolder()
  const chosen = { folder: null as string | null }
  const desk = await openIssueDesk({ dialogs: { chooseExportFolder: async () => chosen.folder } })
  const run = async (...words: string[]) => {
    const call = parseCall(words)
    if ('helpFor' in call) throw new Error('That asks for help.')
    return runCommand(call, {
      answer: desk.answer,
      folder,
      choose: choice => void Object.assign(chosen, choice),
      standardInput: async () => new Uint8Array(),
    })
  }
  return { ...desk, run, folder: folder }
}

describe('issue', () => {
  test('freezes the next version, and tells it with its SHA-256 and what was found', async () => {
    const { run, id, ask } = await openTerminal()
    const printed = await run('issue', id)
    const { issues } = await ask('issue.list', { id })
    const { version, at, manifest } = issues[0] ?? {}
    expect([version, printed.lines[0]]).toEqual([1, `${id} v1 ${manifest}`])
    expect(printed.json).toMatchObject({ brief: id, version, at, manifest })
    expect(printed.failures ?? []).toEqual([])
  })

  test('copies it out, where each file has the SHA-256 that the manifest says', async () => {
    const { run, id, folder } = await openTerminal()
    const out = join(folder, 'out', `${id}-v1`)
    expect((await run('issue', id, '--to', 'out')).lines.at(-1)).toBe(out)
    const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(Object.keys(files)).toContain('brief.pdf')
    for (const [name, { sha256 }] of Object.entries<{ sha256: string }>(files))
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ).toBe(sha256)
  })

  test('to what is a file issues nothing', async () => {
    const { run, id, ask, folder } = await openTerminal()
    writeFileSync(join(folder, 'out'), '')
    await expect(run('issue', id, '--to', 'out')).rejects.toThrow(
      /out is a file and no folder. Nothing was issued/,
    )
    expect((await ask('issue.list', { id })).issues).toEqual([])
  })

  test('that cannot be copied out says that it was issued all the same', async () => {
    const { run, id, folder } = await openTerminal()
    await run('export-library', `out/${id}-v1`)
    expect(readFileSync(join(folder, 'out', `${id}-v1`, 'README.md'), 'utf8')).not.toBe('')
    const { failures, lines } = await run('issue', id, '--to', 'out')
    expect(lines[0]).toMatch(/ v1 [0-9a-f]{64}$/)
    expect(failures).toEqual([expect.stringMatching(/^v1 was issued, and not copied: .* is not empty/)])
  })

  test('while an error is unanswered fails, naming it with its line and rule', async () => {
    const { run, id, edit } = await openTerminal()
    await edit('One.\n\nAnd :quote[“gone”]{#nowhere}.')
    await expect(run('issue', id)).rejects.toThrow(
      /was not issued.*\nLine 3, reference-dangling: There is no quote/,
    )
  })
})

describe('changed', () => {
  test('tells the words, and evidence by its old and new value', async () => {
    const { run, id, ask, figure, body, edit } = await openTerminal()
    await run('issue', id)
    expect((await run('changed', id)).lines).toEqual([
      'Nothing of “Holdings” has changed since v1, issued 3 May 2025.',
    ])
    await ask('figure.set', { id: figure.id, fields: { value: '1270000000000' } })
    await ask('brief.set', { id, fields: { marking: 'OFFICIAL-SENSITIVE' } })
    await edit(body.replace('Keep all', 'Keep nearly all'))
    const { lines, json } = await run('changed', id)
    expect(lines).toEqual([
      '“Holdings” since v1, issued 3 May 2025',
      '',
      'Marking: OFFICIAL → OFFICIAL-SENSITIVE',
      '',
      '# Recommendation',
      '',
      'Keep {+nearly +}all $[-1.13-]{+1.27+} trillion of them.',
      '',
      '(1 paragraph unchanged)',
      '',
      `The figure ${figure.id} changed: Treasuries that Japan holds`,
      '    Value: $1.13 trillion → $1.27 trillion',
    ])
    expect(json).toEqual(await ask('issue.compare', { id, from: 1, to: null }))
  })

  test('is since the last version, or the one that is named', async () => {
    const { run, id, body, edit } = await openTerminal()
    await run('issue', id)
    await edit(`${body}\nMore.`)
    await run('issue', id)
    expect((await run('changed', id)).lines).toEqual([expect.stringMatching(/^Nothing .* since v2/)])
    expect((await run('changed', id, '--since', 'v1')).lines).toContain('{+More.+}')
    await expect(run('changed', id, '--since', 'v3')).rejects.toThrow(/has no version v3; there is v1, v2/)
    await expect(run('changed', id, '--since', 'May')).rejects.toThrow(WrongUsage)
  })

  test('of what was never issued is refused', async () => {
    const { run, id } = await openTerminal()
    await expect(run('changed', id)).rejects.toThrow(/was never issued/)
  })
})
