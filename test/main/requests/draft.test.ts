import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDrafts } from '../../../main/library/drafts.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { openDesk } from './desk.ts'

const typedAt = '2025-04-01T09:00:00.000Z'

/** A library with a brief in which an earlier session left something unsaved. */
async function withDraft(fields = { body: 'Saved. And typed.' }) {
  const desk = await openDesk()
  const { id } = await desk.ask('brief.create', { template: 'uk-submission', title: 'One', body: 'Saved.' })
  await openDrafts(desk.library.folder, plainSeal).keep({ id, at: typedAt, fields })
  return { ...desk, id, files: () => readdirSync(join(desk.library.folder, 'drafts')) }
}

describe('a draft that is dropped', () => {
  test('is a version of its brief, which stays as it was saved', async () => {
    const { ask, id, files } = await withDraft()
    await ask('draft.drop', { id, at: typedAt })
    expect(files()).toEqual([])
    const { versions } = await ask('version.list', { id })
    expect(versions).toHaveLength(1)
    const { record } = await ask('version.get', { id, at: versions[0] ?? '' })
    expect(record).toMatchObject({ title: 'One', body: 'Saved. And typed.', updatedAt: typedAt })
    expect((await ask('record.get', { id })).record).toMatchObject({ body: 'Saved.' })
    await ask('version.restore', { id, at: versions[0] ?? '' })
    expect((await ask('record.get', { id })).record).toMatchObject({ body: 'Saved. And typed.' })
  })

  test('is no version where the brief has it', async () => {
    const { ask, id, files } = await withDraft()
    await ask('brief.set', { id, fields: { body: 'Saved. And typed.' } })
    const { versions } = await ask('version.list', { id })
    await ask('draft.drop', { id, at: typedAt })
    expect(files()).toEqual([])
    expect(await ask('version.list', { id })).toEqual({ versions })
  })

  test('stays where it cannot be kept as a version', async () => {
    const { ask, id, library, files } = await withDraft()
    rmSync(join(library.folder, 'history'), { recursive: true, force: true })
    // A file where the folder of the versions would be.
    mkdirSync(join(library.folder, 'history'))
    writeFileSync(join(library.folder, 'history', id), '')
    await expect(ask('draft.drop', { id, at: typedAt })).rejects.toThrow()
    expect(files()).toHaveLength(1)
  })
})

describe('a draft of a brief that is gone', () => {
  test('is listed with its words, and becomes a brief like the one in the trash', async () => {
    const { ask, id, files } = await withDraft()
    await ask('record.delete', { id })
    expect(await ask('draft.list', {})).toEqual({
      drafts: [],
      strays: [{ id, at: typedAt, fields: { body: 'Saved. And typed.' }, title: 'One', isInTrash: true }],
    })
    const brief = await ask('draft.adopt', { id, at: typedAt })
    expect(brief).toMatchObject({ title: 'One', body: 'Saved. And typed.', template: 'uk-submission' })
    expect(brief.id).not.toBe(id)
    expect(files()).toEqual([])
    expect((await ask('record.get', { id: brief.id })).record).toEqual(brief)
    expect((await ask('trash.list', {})).records).toHaveLength(1)
  })

  test('is listed and becomes a brief where nothing is left of its own', async () => {
    const { ask, id } = await withDraft()
    await ask('record.delete', { id })
    await ask('trash.empty', {})
    expect((await ask('draft.list', {})).strays).toMatchObject([{ id, title: id, isInTrash: false }])
    expect(await ask('draft.adopt', { id, at: typedAt })).toMatchObject({
      title: id,
      body: 'Saved. And typed.',
    })
    expect((await ask('draft.list', {})).strays).toEqual([])
  })

  test('is not listed where the brief in the trash has all of it', async () => {
    const { ask, id } = await withDraft({ body: 'Saved.' })
    await ask('record.delete', { id })
    expect((await ask('draft.list', {})).strays).toEqual([])
  })

  test('is not dropped, and is not made a brief while its own is there', async () => {
    const { ask, id, files } = await withDraft()
    await expect(ask('draft.adopt', { id, at: typedAt })).rejects.toThrow(/^refused/)
    await ask('record.delete', { id })
    await expect(ask('draft.drop', { id, at: typedAt })).rejects.toThrow(/^not-found/)
    expect(files()).toHaveLength(1)
    await expect(ask('draft.adopt', { id, at: '2025-04-02T09:00:00.000Z' })).rejects.toThrow(/^not-found/)
  })
})
