import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverageOfFamilies, writtenRanges } from '../../../scripts/fonts/coverage.mjs'
import { coveredRanges } from '../../../shared/verify/covered-ranges.ts'

test('the characters that the checks believe to be covered are those of the fonts that are installed', () => {
  expect(coveredRanges.trim().replace(/\s+/g, ' ')).toBe(writtenRanges())
})

test('every family that covers something stands in each list of faces', () => {
  const css = readFileSync('resources/print/type.css', 'utf8')
  const list = (name: string) => new RegExp(`--${name}:([^;]*);`).exec(css)?.[1] ?? ''
  const families = coverageOfFamilies().map(({ family }) => family)
  expect(families).toContain('Noto Emoji')
  for (const name of ['text', 'small', 'code']) {
    const faces = list(name).replace('var(--noto)', list('noto'))
    expect(families.filter(family => !faces.includes(`"${family}"`))).toEqual([])
  }
})

test('a face covers what its file has, and no more than its range lets through', () => {
  const covers = (name: string, character: string) =>
    coverageOfFamilies()
      .find(({ family }) => family === name)
      ?.covers.includes(character.codePointAt(0) ?? 0)
  expect(covers('Noto Serif JP', '国')).toBe(true)
  expect(covers('Noto Serif JP', '们')).toBe(false)
  expect(covers('Noto Serif SC', '们')).toBe(true)
  expect(covers('Noto Sans Math', '≤')).toBe(true)
  expect(covers('Noto Sans Math', 'a')).toBe(false)
})
