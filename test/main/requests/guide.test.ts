// The user guide, which is part of the sample: true to the keys of the app and to its checks.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../scripts/executable.mjs'
import { openDesk } from './desk.ts'

const folder = join(projectRoot, 'resources/sample/guide')
const chapters = readdirSync(folder).sort()

describe('the guide', () => {
  it('comes with the sample as it stands in its files, and no check finds an error in it', async () => {
    const { ask } = await openDesk()
    await ask('sample.take', {})
    const { briefs } = await ask('library.list', {})
    const guides = briefs.filter(({ title }) => title.startsWith('Guide '))
    expect(guides.map(({ title }) => title).sort()).toHaveLength(chapters.length)
    for (const { id, title } of guides) {
      const found = await ask('record.get', { id })
      if (found.collection !== 'briefs') throw new Error(`${id} is no brief.`)
      const { body, marking, template, date, dueOn } = found.record
      const file = readFileSync(join(folder, chapters[Number(title.at(6)) - 1] ?? ''), 'utf8')
      expect(body.trim()).toBe(file.replace(/^---\n[\s\S]*?\n---\n/, '').trim())
      const { findings } = await ask('brief.verify', { id, fields: { body, marking, template, date, dueOn } })
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })
})
