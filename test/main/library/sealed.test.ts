import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf } from '../../../main/library/ids.ts'
import { newDataKey } from '../../../main/library/library-keys.ts'
import { UnopenedFile } from '../../../main/library/seal.ts'
import { sealWith } from '../../../main/library/sealed.ts'

const seal = sealWith(newDataKey())
const other = sealWith(newDataKey())
const bytes = fc.uint8Array({ maxLength: 300 })
const context = fc.string()

describe('sealed bytes', () => {
  test('open again under their context', () => {
    fc.assert(
      fc.property(bytes, context, (content, where) => {
        const sealed = seal.seal(content, where)
        expect(sealed.length).toBe(content.length + seal.overhead)
        expect(seal.open(sealed, where)).toEqual(content)
      }),
    )
  })

  test('open under no other context, so that no file passes for another', () => {
    fc.assert(
      fc.property(bytes, context, context, (content, where, elsewhere) => {
        fc.pre(where !== elsewhere)
        expect(() => seal.open(seal.seal(content, where), elsewhere)).toThrow(UnopenedFile)
      }),
    )
  })

  test('open with no other key', () => {
    fc.assert(
      fc.property(bytes, context, (content, where) => {
        expect(() => other.open(seal.seal(content, where), where)).toThrow(UnopenedFile)
      }),
    )
  })

  test('do not open with a single bit changed, or a byte less', () => {
    fc.assert(
      fc.property(bytes, context, fc.nat(), fc.nat(7), (content, where, place, bit) => {
        const sealed = seal.seal(content, where)
        const changed = sealed.slice()
        const at = place % changed.length
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        expect(() => seal.open(changed, where)).toThrow(UnopenedFile)
        expect(() => seal.open(sealed.slice(0, -1), where)).toThrow(UnopenedFile)
      }),
    )
  })

  test('are never the same twice', () => {
    const content = new TextEncoder().encode('the same words')
    expect(seal.seal(content, 'a')).not.toEqual(seal.seal(content, 'a'))
  })
})

describe('names', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  test('lead back to every id that a title gives', () => {
    fc.assert(
      fc.property(words, fc.nat(99), (title, number) => {
        const id = `${slugOf(title)}-${number}`
        expect(seal.idOf(seal.nameOf(id))).toBe(id)
      }),
    )
  })

  test('fit on every disk: few kinds of letters, and room for a time behind them', () => {
    fc.assert(
      fc.property(words, title => {
        const name = seal.nameOf(`${slugOf(title)}-12`)
        expect(name).toMatch(/^[a-z2-7]+$/)
        expect(`.${name}.6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04.json.tmp`.length).toBeLessThan(256)
      }),
    )
  })

  test.each([
    ['kato-option'],
    ['加藤財務相は米国債の売却が選択肢として存在すると述べた'.repeat(2).slice(0, 48)],
  ])('have room for %s', id => {
    expect(seal.idOf(seal.nameOf(`${id}-99`))).toBe(`${id}-99`)
  })

  test('are always the same for an id, and another library’s are others', () => {
    expect(seal.nameOf('kato')).toBe(seal.nameOf('kato'))
    expect(other.nameOf('kato')).not.toBe(seal.nameOf('kato'))
    expect(other.idOf(seal.nameOf('kato'))).toBeNull()
  })

  test('of another making lead nowhere', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        expect(seal.idOf(name)).toBeNull()
      }),
    )
    const name = seal.nameOf('kato')
    expect(seal.idOf(`${name.slice(0, -2)}${name.endsWith('aa') ? 'bb' : 'aa'}`)).toBeNull()
  })

  test('tell little of how long an id is', () => {
    expect(seal.nameOf('a').length).toBe(seal.nameOf('a-whole-title').length)
  })

  test('are refused for an id that would be too long', () => {
    expect(() => seal.nameOf('字'.repeat(80))).toThrow('too long an id for a sealed library')
  })

  test('of original files cannot be told from what is in them', () => {
    const sum = 'a'.repeat(64)
    expect(seal.attachmentNameOf(sum)).toMatch(/^[0-9a-f]{64}$/)
    expect(seal.attachmentNameOf(sum)).not.toBe(sum)
    expect(other.attachmentNameOf(sum)).not.toBe(seal.attachmentNameOf(sum))
  })
})
