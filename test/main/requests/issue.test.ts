import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openIssueDesk, pdfOf } from './issue-desk.ts'

const unsourced = (body: string) => `${body}\n\nAnd :quote[“gone”]{#nowhere}.\n`

describe('issuing a brief', () => {
  test('freezes the brief, its template, its evidence, its sources and the PDF, as v1', async () => {
    const { ask, id, folder, figure, source, body } = await openIssueDesk()
    const { brief, issue, findings } = await ask('brief.issue', { id })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(issue).toMatchObject({ version: 1, manifest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(brief.issues).toEqual([issue])
    expect((await ask('record.get', { id })).record).toEqual(brief)
    expect(readdirSync(join(folder, 'issued', id, 'v1')).sort()).toEqual([
      'brief.json',
      'brief.pdf',
      'briefs.json',
      'evidence.json',
      'manifest.json',
      'sources.json',
      'template.json',
    ])
    const frozen = await ask('issue.get', { id, version: 1 })
    expect(frozen).toMatchObject({
      brief: { id, body, issues: [] },
      template: { name: 'uk-submission' },
      evidence: { figures: [{ id: figure.id, value: '1130000000000' }], quotes: [], events: [], people: [] },
      sources: [{ id: source.id, text: expect.stringContaining('Japan holds $1.13 trillion of them.') }],
    })
  })

  test('prints the version and its day in the title block, and checks the very print that it freezes', async () => {
    const { ask, id, printed, folder } = await openIssueDesk()
    await ask('brief.issue', { id })
    expect(printed).toHaveLength(1)
    expect(printed[0]?.html).toMatch(/<dt>Issued<\/dt><dd>v1, 3 May 2025<\/dd>/)
    const pdf = readFileSync(join(folder, 'issued', id, 'v1', 'brief.pdf'))
    expect(pdf.equals(pdfOf({ html: printed[0]?.html ?? '' }))).toBe(true)
    await ask('brief.export', { id })
    expect(printed[1]?.html).not.toContain('Issued')
  })

  test('is refused while an error stands that nobody answered, which is named with its line and rule', async () => {
    const { ask, answer, id, body, edit, folder, printed } = await openIssueDesk()
    await edit(unsourced(body))
    const refused = await answer('brief.issue', { id })
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        code: 'unanswered',
        message: expect.stringMatching(
          /^“Holdings” was not issued: an error stands in it\.\nLine 8, reference-dangling: /,
        ),
      },
    })
    expect(printed).toEqual([])
    expect(existsSync(join(folder, 'issued', id))).toBe(false)
    await ask('finding.answer', { id, rule: 'reference-dangling', line: 8, reason: 'It comes tomorrow.' })
    const { issue, findings } = await ask('brief.issue', { id })
    expect(issue.version).toBe(1)
    expect(findings.find(({ rule }) => rule === 'reference-dangling')?.answer).toBe('It comes tomorrow.')
  })

  test('again where nothing changed is refused, and after a change is the next version', async () => {
    const { ask, id, body, edit } = await openIssueDesk()
    await ask('brief.issue', { id })
    await expect(ask('brief.issue', { id })).rejects.toThrow(
      /refused: Nothing of “Holdings” has changed since v1 was issued, on 3 May 2025/,
    )
    await edit(`${body}\nMore of it.\n`)
    expect((await ask('brief.issue', { id })).brief.issues.map(({ version }) => version)).toEqual([1, 2])
  })

  test('tells the window how far it is', async () => {
    const told: unknown[] = []
    const { ask, id } = await openIssueDesk({
      notify: (name, payload) => void (name === 'export.progressed' && told.push(payload)),
    })
    await ask('brief.issue', { id })
    expect(told).toEqual(['composing', 'printing', 'writing'].map(stage => ({ brief: id, stage })))
  })

  test('at once by two makes one version of it', async () => {
    const { answer, ask, id } = await openIssueDesk()
    const both = await Promise.all([answer('brief.issue', { id }), answer('brief.issue', { id })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      problem: { code: 'refused', message: expect.stringMatching(/issued by somebody else meanwhile/) },
    })
    expect((await ask('issue.list', { id })).issues.map(({ version }) => version)).toEqual([1])
  })

  test('is looked at before: the findings, the pages of that print and the number that it would have', async () => {
    const { ask, id, body, edit, folder } = await openIssueDesk()
    await edit(unsourced(body))
    const { findings, pages, next } = await ask('issue.check', { id })
    expect(findings.map(({ rule }) => rule)).toContain('reference-dangling')
    expect([pages, next]).toEqual([1, 1])
    expect(existsSync(join(folder, 'issued', id))).toBe(false)
  })
})

describe('an issued version', () => {
  test('stays what it was, whatever becomes of the brief, its evidence and its source', async () => {
    const { ask, id, figure, source, folder, edit } = await openIssueDesk()
    await ask('brief.issue', { id })
    const own = join(folder, 'issued', id, 'v1')
    const bytes = () => readdirSync(own).map(name => readFileSync(join(own, name)).toString('latin1'))
    const [before, frozen] = [bytes(), await ask('issue.get', { id, version: 1 })]
    await ask('figure.set', { id: figure.id, fields: { value: '1270000000000', measures: 'Else' } })
    await ask('source.set', { id: source.id, fields: { title: 'Else', text: 'Else.' } })
    await edit('Else.')
    await ask('brief.set', { id, fields: { title: 'Else' } })
    await ask('record.delete', { id: figure.id })
    await ask('version.restore', { id, at: (await ask('version.list', { id })).versions.at(-1) ?? '' })
    expect(bytes()).toEqual(before)
    expect(await ask('issue.get', { id, version: 1 })).toEqual(frozen)
    expect((await ask('issue.list', { id })).issues).toMatchObject([{ version: 1, problem: null }])
  })

  test.each(['manifest.json', 'brief.json', 'template.json', 'evidence.json', 'sources.json', 'brief.pdf'])(
    'of which a byte of %s was changed says so, and keeps nobody from the others',
    async name => {
      const { ask, id, folder, edit } = await openIssueDesk()
      await ask('brief.issue', { id })
      await edit('Else.')
      await ask('brief.issue', { id })
      const file = join(folder, 'issued', id, 'v1', name)
      const bytes = readFileSync(file)
      // Within the words, so that JSON stays JSON.
      const at = bytes.lastIndexOf('a')
      bytes[at] = 'e'.charCodeAt(0)
      writeFileSync(file, bytes)
      await expect(ask('issue.get', { id, version: 1 })).rejects.toThrow(
        `unreadable: v1 of “Holdings” was changed since it was issued: in ${join(folder, 'issued', id, 'v1')}, ${name} `,
      )
      await expect(ask('issue.save', { id, version: 1 })).rejects.toThrow(/was changed since it was issued/)
      const { issues } = await ask('issue.list', { id })
      expect(issues.map(({ version, pages, problem }) => [version, pages, problem === null])).toEqual([
        [2, 1, true],
        [1, null, false],
      ])
    },
  )

  test('that a newer app has made is told apart from one that was changed, and its PDF is saved', async () => {
    const { ask, id, library, pdf } = await openIssueDesk()
    const files = new Map([
      ['brief.json', Buffer.from(JSON.stringify({ schema: 99 }))],
      ['brief.pdf', Buffer.from('%PDF-2')],
    ])
    await library.issued.freeze(id, 1, '2025-05-03T10:00:00.000Z', files)
    await expect(ask('issue.get', { id, version: 1 })).rejects.toThrow(
      /as it was issued, and this version of Dispatch Box cannot read it/,
    )
    expect(await ask('issue.save', { id, version: 1 })).toEqual({ file: pdf })
    expect(readFileSync(pdf, 'utf8')).toBe('%PDF-2')
  })

  test('lists what it asked decisions on, in the words that it was printed with', async () => {
    const { ask, id, figure } = await openIssueDesk()
    await ask('brief.issue', { id })
    await ask('figure.set', { id: figure.id, fields: { value: '1270000000000' } })
    const { issues } = await ask('issue.list', { id })
    expect(issues[0]?.recommendations).toMatchObject([
      { recommendation: 'Keep all $1.13 trillion of them.', options: [{ outcome: 'agreed' }, {}, {}, {}] },
    ])
  })

  test('is saved as a copy of the frozen PDF, and nothing is printed for it', async () => {
    const { ask, id, pdf, printed, folder } = await openIssueDesk()
    await ask('brief.issue', { id })
    expect(await ask('issue.save', { id, version: 1 })).toEqual({ file: pdf })
    expect(readFileSync(pdf).equals(readFileSync(join(folder, 'issued', id, 'v1', 'brief.pdf')))).toBe(true)
    expect(printed).toHaveLength(1)
  })

  test('that there is not is refused with those that there are', async () => {
    const { ask, id } = await openIssueDesk()
    await expect(ask('issue.get', { id, version: 1 })).rejects.toThrow(/“Holdings” was never issued/)
    await ask('brief.issue', { id })
    await expect(ask('issue.save', { id, version: 3 })).rejects.toThrow(/has no version v3; there is v1/)
  })

  test('is none of a duplicate’s, and its brief keeps its id', async () => {
    const { ask, id } = await openIssueDesk()
    await ask('brief.issue', { id })
    expect((await ask('brief.duplicate', { id })).issues).toEqual([])
    await expect(ask('record.rename', { id, to: 'other' })).rejects.toThrow(/was issued/)
  })

  test('goes to the trash and comes back with its brief, and is gone with it for good', async () => {
    const { ask, id, folder } = await openIssueDesk()
    await ask('brief.issue', { id })
    await ask('record.delete', { id })
    await ask('trash.restore', { id })
    expect((await ask('issue.list', { id })).issues).toMatchObject([{ problem: null }])
    await ask('record.delete', { id })
    await ask('trash.empty', {})
    expect(existsSync(join(folder, 'issued', id))).toBe(false)
  })
})

describe('a decision that comes back', () => {
  test('is an event, which stands with the version that it is on', async () => {
    const { ask, id } = await openIssueDesk()
    await ask('brief.set', { id, fields: { tags: ['trade'], marking: 'OFFICIAL' } })
    await ask('brief.issue', { id })
    const recorded = { id, version: 1, recommendation: 'Keep all of them.', by: 'The Minister' }
    const event = await ask('decision.record', { ...recorded, outcome: 'not-agreed', on: '2025-05-09' })
    expect(event).toMatchObject({
      title: 'Not agreed: Keep all of them.',
      when: '2025-05-09',
      status: 'occurred',
      participants: ['The Minister'],
      tags: ['trade'],
      marking: 'OFFICIAL',
      anchor: null,
      decision: { brief: id, version: 1, recommendation: 'Keep all of them.', outcome: 'not-agreed' },
    })
    const earlier = await ask('decision.record', { ...recorded, outcome: 'discuss', on: '2025-05-05' })
    expect((await ask('issue.list', { id })).issues[0]?.decisions).toEqual([earlier, event])
    expect((await ask('library.list', {})).events).toContainEqual(event)
  })

  test('on a version that was never issued is refused', async () => {
    const { ask, id } = await openIssueDesk()
    const recorded = { id, version: 1, recommendation: 'So.', by: 'The Minister', outcome: 'agreed' as const }
    await expect(ask('decision.record', { ...recorded, on: '2025-05-09' })).rejects.toThrow(/never issued/)
  })
})

describe('what changed since it was issued', () => {
  test('is nothing at first, then the words and the old and new values of evidence', async () => {
    const { ask, id, figure, body, edit } = await openIssueDesk()
    await ask('brief.issue', { id })
    expect(await ask('issue.compare', { id, from: 1, to: null })).toMatchObject({ isSame: true, to: null })
    await ask('figure.set', { id: figure.id, fields: { value: '1270000000000' } })
    await edit(body.replace('Keep all', 'Keep nearly all'))
    const changes = await ask('issue.compare', { id, from: 1, to: null })
    expect(changes).toMatchObject({
      isSame: false,
      evidence: [
        {
          id: figure.id,
          change: 'changed',
          fields: [{ name: 'value', before: '$1.13 trillion', after: '$1.27 trillion' }],
        },
      ],
    })
    expect(changes.text.filter(({ kind }) => kind !== 'same')).toMatchObject([
      {
        kind: 'changed',
        parts: [
          {},
          { kind: 'added', text: 'nearly ' },
          {},
          { kind: 'removed', text: '1.13' },
          { kind: 'added', text: '1.27' },
          {},
        ],
      },
    ])
    await ask('brief.issue', { id })
    const { from, to, ...between } = await ask('issue.compare', { id, from: 1, to: 2 })
    expect([from.version, to?.version]).toEqual([1, 2])
    expect(between).toEqual({ ...changes, from: undefined, to: undefined })
  })

  test('is printed as a PDF, which the dialog asks a name for', async () => {
    const proposed: string[] = []
    const file = join(temporaryFolder(), 'changes.pdf')
    const { ask, id, body, edit, printed } = await openIssueDesk({
      dialogs: {
        choosePdf: async name => {
          proposed.push(name)
          return file
        },
      },
    })
    await ask('brief.issue', { id })
    await edit(body.replace('Keep all', 'Keep nearly all'))
    expect(await ask('changes.export', { id, from: 1, to: null })).toEqual({ file, brief: id })
    expect(proposed).toEqual(['Holdings changes v1 to now.pdf'])
    const last = printed.at(-1)
    expect(last?.html).toContain('<ins>nearly </ins>')
    expect(readFileSync(file).equals(pdfOf({ html: last?.html ?? '' }))).toBe(true)
  })

  test('knows evidence again that has another id since', async () => {
    const { ask, id, figure } = await openIssueDesk()
    await ask('brief.issue', { id })
    await ask('record.rename', { id: figure.id, to: 'holdings-of-japan' })
    expect(await ask('issue.compare', { id, from: 1, to: null })).toMatchObject({ isSame: true })
    await expect(ask('brief.issue', { id })).rejects.toThrow(/Nothing of “Holdings” has changed/)
  })
})
