import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { carriedNames, pictureName } from '../../../main/carried/carried-brief.ts'
import { carryBrief } from '../../../main/carried/carry-brief.ts'
import { readCarried } from '../../../main/carried/read-carried.ts'
import { drawnPng } from '../../drawn-picture.ts'
import { source } from '../../shared/brief/records.ts'
import { body, byName, files, frozen, speaker } from './carried-brief.ts'

const text = (name: string) => new TextDecoder().decode(byName().get(name))
const utf8 = (words: string) => new TextEncoder().encode(words)

/** The files with one of them changed, and the manifest made to vouch for it. */
function vouched(name: string, words: string): Map<string, Uint8Array> {
  const changed = byName().set(name, utf8(words))
  const manifest = JSON.parse(text(carriedNames.manifest))
  for (const entry of manifest.files) {
    const bytes = changed.get(entry.name) as Uint8Array
    entry.bytes = bytes.length
    entry.sha256 = createHash('sha256').update(bytes).digest('hex')
  }
  return changed.set(carriedNames.manifest, utf8(JSON.stringify(manifest)))
}

describe('what a PDF carries of a brief', () => {
  test('is the brief with its evidence and the people behind it, without the versions that were issued', () => {
    const carried = readCarried('a.pdf', byName())
    expect(carried.brief).toEqual({ ...frozen.brief, body, issues: [] })
    expect(carried.evidence).toEqual({ ...frozen.evidence, people: [speaker] })
    expect(byName().get(carriedNames.body)).toEqual(utf8(body))
  })

  test('is of a source what is known of it and what stands around the evidence, and nothing else of its text', () => {
    const [carried] = readCarried('a.pdf', byName()).sources
    const { text: whole, pages, images, refused, attachment, ...known } = source
    expect(carried?.source).toEqual(known)
    const passages = carried?.passages ?? []
    expect(passages.map(({ text: words }) => words)).toEqual([
      expect.stringMatching(/\$1\.13 trillion in US Treasury bonds\.$/),
      expect.stringMatching(/^US debt holdings[^\n]*“It does exist as an option[^\n]*$/),
    ])
    for (const { start, text: words } of passages)
      expect(whole.slice(start, start + words.length)).toBe(words)
    const all = files().map(({ bytes }) => new TextDecoder().decode(bytes))
    expect(all.join()).not.toContain('Jesper Koll')
    expect(all.join()).not.toContain('somebody')
  })

  test('has no prototype of its own: such a field is nothing', () => {
    const changed = text(carriedNames.record).replace('{', '{"__proto__": {"marking": "SECRET"},')
    const { brief } = readCarried('a.pdf', vouched(carriedNames.record, changed))
    expect(brief).toEqual({ ...frozen.brief, body, issues: [] })
    expect(Object.getPrototypeOf(brief)).toBe(Object.prototype)
  })

  test('is the same of the same brief', () => {
    expect(files()).toEqual(files())
  })
})

describe('what is carried is refused', () => {
  const others = Object.values(carriedNames).filter(name => name !== carriedNames.manifest)

  test.each(others)('where %s was changed, and it is named', name => {
    const changed = byName()
    const bytes = (changed.get(name) as Uint8Array).slice()
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const read = () => readCarried('a.pdf', changed.set(name, bytes))
    expect(read).toThrow(`“a.pdf” was not opened as a brief: “${name}” is not what was attached`)
  })

  test.each(Object.values(carriedNames))('where %s is missing, and it is named', name => {
    const left = byName()
    left.delete(name)
    expect(() => readCarried('a.pdf', left)).toThrow(`“${name}” is missing from what it carries`)
  })

  test('where a picture is not what its name says, is missing, or is none', () => {
    const picture = drawnPng(3, 2)
    const name = pictureName(createHash('sha256').update(picture).digest('hex'))
    const withPicture = () => {
      const carried = carryBrief(frozen, { briefs: [], behind: [] }, { [name.slice(8)]: picture })
      return new Map(carried.map(({ name: each, bytes }) => [each, bytes]))
    }
    expect([...readCarried('a.pdf', withPicture()).pictures.values()]).toEqual([picture])
    const left = withPicture()
    left.delete(name)
    expect(() => readCarried('a.pdf', left)).toThrow(`“${name}” is missing from what it carries`)
    expect(() => readCarried('a.pdf', withPicture().set(name, drawnPng(2, 3)))).toThrow('was changed since')
    const other = pictureName('ab'.repeat(32))
    expect(() => readCarried('a.pdf', withPicture().set(other, picture))).toThrow('does not vouch for')
  })

  test('where there is nothing at all', () => {
    expect(() => readCarried('a.pdf', new Map())).toThrow('it carries no brief')
  })

  test.each([
    ['no JSON', '{'],
    ['of a newer version', JSON.stringify({ ...JSON.parse(text(carriedNames.manifest)), schema: 2 })],
    ['a list', '[]'],
    ['with a field of its own', text(carriedNames.manifest).replace('{', '{"__proto__": {"schema": 1},')],
  ])('where the manifest is %s', (_, words) => {
    const changed = byName().set(carriedNames.manifest, utf8(words))
    expect(() => readCarried('a.pdf', changed)).toThrow(
      'its “manifest.json” is damaged or of a newer version',
    )
  })

  test('where the manifest does not name a file', () => {
    const manifest = JSON.parse(text(carriedNames.manifest))
    manifest.files = manifest.files.filter(({ name }: { name: string }) => name !== carriedNames.evidence)
    const changed = byName().set(carriedNames.manifest, utf8(JSON.stringify(manifest)))
    expect(() => readCarried('a.pdf', changed)).toThrow('does not vouch for “evidence.json”')
  })

  test('where the manifest is of another brief', () => {
    const words = text(carriedNames.manifest).replace(`"brief": "${frozen.brief.id}"`, '"brief": "another"')
    const changed = byName().set(carriedNames.manifest, utf8(words))
    expect(() => readCarried('a.pdf', changed)).toThrow('its manifest is of another brief')
  })

  test.each([
    [carriedNames.record, 'a field too many', (words: string) => words.replace('{', '{"admin": true,')],
    [carriedNames.record, 'a wrong type', (words: string) => words.replace(/"title": "[^"]*"/, '"title": 1')],
    [
      carriedNames.record,
      'a newer schema',
      (words: string) => words.replace(/"schema": \d+/, '"schema": 99'),
    ],
    [
      carriedNames.record,
      'a path for an id',
      (words: string) => words.replace(/"id": "[^"]*"/, '"id": "../../x"'),
    ],
    [
      carriedNames.evidence,
      'a record that is none',
      (words: string) => words.replace('"value": "1', '"value": "one'),
    ],
    [carriedNames.sources, 'no sum', (words: string) => words.replace(/"sha256": "[^"]*"/, '"sha256": "x"')],
    [
      carriedNames.sources,
      'a passage from before the text',
      (words: string) => words.replace(/"start": \d+/, '"start": -1'),
    ],
    [carriedNames.briefs, 'an object', () => '{}'],
    [carriedNames.template, 'nothing', () => 'null'],
  ])('where %s has %s, although the manifest vouches for it', (name, _, change) => {
    const changed = change(text(name))
    expect(changed).not.toBe(text(name))
    expect(() => readCarried('a.pdf', vouched(name, changed))).toThrow(
      `its “${name}” is none that this version of Dispatch Box can read`,
    )
  })

  test('where two records have one id', () => {
    const evidence = JSON.parse(text(carriedNames.evidence))
    evidence.people.push({ ...evidence.people[0], id: frozen.brief.id })
    const changed = vouched(carriedNames.evidence, JSON.stringify(evidence))
    expect(() => readCarried('a.pdf', changed)).toThrow(`two things in it are called “${frozen.brief.id}”`)
  })

  test('where the text is not UTF-8', () => {
    const changed = vouched(carriedNames.body, '')
    changed.set(carriedNames.body, new Uint8Array([0xff, 0xfe]))
    const manifest = JSON.parse(new TextDecoder().decode(changed.get(carriedNames.manifest)))
    const sum = createHash('sha256')
      .update(new Uint8Array([0xff, 0xfe]))
      .digest('hex')
    manifest.files[0] = { name: carriedNames.body, sha256: sum, bytes: 2 }
    changed.set(carriedNames.manifest, utf8(JSON.stringify(manifest)))
    expect(() => readCarried('a.pdf', changed)).toThrow('its “brief.md” is none')
  })
})
