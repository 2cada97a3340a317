import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundOf, markLook } from '../../../main/shell/page-look.ts'
import { usualPreferences } from '../../../shared/model/preferences.ts'

test('the page of the window comes with what is preferred, so that nothing flashes', () => {
  const page = readFileSync('renderer/index.html', 'utf8')
  const marked = markLook(page, { ...usualPreferences, contrast: 'more', textSize: 'large', region: 'iso' })
  const marks = ' data-contrast="more" data-text-size="large" data-region="iso"'
  expect(marked).toContain(`<html${marks} lang="en">`)
  expect(marked.replace(marks, '')).toBe(page)
})

test('before it, the window has the colour of the paper', () => {
  const high = { ...usualPreferences, contrast: 'more' } as const
  expect([groundOf(high, false), groundOf(high, true)]).toEqual(['#ffffff', '#000000'])
  expect(groundOf(usualPreferences, false)).not.toBe(groundOf(usualPreferences, true))
})
