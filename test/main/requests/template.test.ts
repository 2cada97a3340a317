import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { ownPdf } from '../own-pdf.ts'
import { openDesk } from './desk.ts'

const memo = '---\ntitle: House memo\nmarking: HOUSE\n---\n\n## Point\n\n<!-- The one point. -->\n'

/** A desk whose dialogs answer with `chosen`. */
async function openWith(text = memo, name = 'House Memo.md') {
  const place = temporaryFolder()
  const chosen = { template: join(place, name), target: join(place, 'out.pdf') }
  writeFileSync(chosen.template, text)
  const desk = await openDesk({
    dialogs: {
      chooseTemplate: async () => chosen.template,
      chooseTemplateTarget: async () => join(place, 'copy.md'),
      chooseExport: async () => chosen.target,
    },
  })
  return { ...desk, chosen, place }
}

test('a brief begins with a template of one’s own, has its marking, and is listed under it', async () => {
  const { ask } = await openWith()
  expect(await ask('template.add', {})).toEqual({ name: 'house-memo', isReplaced: false })
  const brief = await ask('brief.create', { template: 'house-memo', title: 'One' })
  expect(brief).toMatchObject({ body: '## Point\n\n<!-- The one point. -->\n', marking: 'HOUSE' })
  const { templates, own } = await ask('template.list', {})
  expect(templates.map(({ title }) => title)).toContain('House memo')
  expect(own).toEqual([{ name: 'house-memo', title: 'House memo', fault: null }])
})

test('a template with an error is refused by name, and what is there stays', async () => {
  const { ask, chosen } = await openWith()
  await ask('template.add', {})
  writeFileSync(chosen.template, memo.replace('marking: HOUSE', 'pages: many'))
  await expect(ask('template.add', {})).rejects.toThrow(
    /“House Memo\.md” was not added as a template: “pages” in its front matter: .*Nothing was changed\. Mend the file/,
  )
  expect((await ask('template.show', { name: 'house-memo' })).text).toBe(memo)
})

test('an export in a form that another editor broke leaves the old PDF, and says what to mend', async () => {
  const { ask, folder, chosen } = await openWith()
  await ask('template.add', {})
  const { id } = await ask('brief.create', { template: 'house-memo', title: 'One' })
  await ask('brief.export', { id })
  writeFileSync(chosen.target, ownPdf('as it was'))
  writeFileSync(join(folder, 'templates', 'house-memo.md'), memo.replace('---\ntitle', '--\ntitle'))
  const { own } = await ask('template.list', {})
  expect(own).toEqual([{ name: 'house-memo', title: null, fault: expect.stringContaining('front matter') }])
  await expect(ask('brief.export', { id })).rejects.toThrow(
    /The template “house-memo” cannot be used: .*Nothing was written or changed; mend templates\/house-memo\.md/,
  )
  expect(readFileSync(chosen.target, 'utf8')).toBe(ownPdf('as it was'))
})

test('one that is in use stays; another goes to the trash and comes back', async () => {
  const { ask, folder } = await openWith()
  await ask('template.add', {})
  const { id } = await ask('brief.create', { template: 'house-memo', title: 'One' })
  await expect(ask('template.remove', { name: 'house-memo' })).rejects.toThrow(/in-use: .*the form of “One”/)
  await ask('brief.set', { id, fields: { template: 'uk-submission' } })
  await ask('template.remove', { name: 'house-memo' })
  expect(existsSync(join(folder, 'templates', 'house-memo.md'))).toBe(false)
  expect((await ask('template.list', {})).inTrash).toEqual(['house-memo'])
  await ask('template.restore', { name: 'house-memo' })
  expect((await ask('template.show', { name: 'house-memo' })).text).toBe(memo)
  await expect(ask('template.restore', { name: 'house-memo' })).rejects.toThrow(/not-found/)
})

test('the app’s own templates stay as they are', async () => {
  const { ask, folder } = await openWith(memo, 'uk-submission.md')
  await expect(ask('template.add', {})).rejects.toThrow(/one of the app’s own templates/)
  await expect(ask('template.remove', { name: 'uk-submission' })).rejects.toThrow(/one of the app’s own/)
  writeFileSync(join(folder, 'templates', 'uk-submission.md'), memo)
  const { own, templates } = await ask('template.list', {})
  expect(own[0]?.fault).toContain('one of the app’s own has the same name')
  expect(templates.find(({ name }) => name === 'uk-submission')?.title).toBe('UK submission')
  expect((await ask('template.show', { name: 'uk-submission' })).text).toContain('title: UK submission')
})

test('a copy that is saved can be added again', async () => {
  const { ask, place, chosen } = await openWith()
  expect(await ask('template.save', { name: 'uk-submission' })).toEqual({ file: join(place, 'copy.md') })
  chosen.template = join(place, 'copy.md')
  expect(await ask('template.add', { name: 'House form' })).toEqual({ name: 'house-form', isReplaced: false })
  const { templates } = await ask('template.list', {})
  const [one, other] = ['house-form', 'uk-submission'].map(name => templates.find(each => each.name === name))
  expect(one).toEqual({ ...other, name: 'house-form' })
})

test('a brief is made a template, under a name that is free', async () => {
  const { ask } = await openWith()
  const { id } = await ask('brief.create', {
    template: 'uk-submission',
    title: 'Tariffs',
    body: '## Issue\n\nWhy.\n',
  })
  expect(await ask('template.keep', { brief: id, title: 'UK submission' })).toEqual({
    name: 'uk-submission-2',
  })
  const again = await ask('brief.create', { template: 'uk-submission-2', title: 'Next' })
  expect(again).toMatchObject({ body: '## Issue\n\nWhy.\n', marking: 'OFFICIAL' })
})
