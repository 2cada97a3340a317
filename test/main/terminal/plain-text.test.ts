import { expect, test } from 'vitest'
import { withoutControls } from '../../../main/terminal/plain-text.ts'

test('controls of a terminal are shown as what they are not: letters', () => {
  expect(withoutControls('\u001b[31mred\u009b2J\u0007\u007f\r')).toBe(
    '\ufffd[31mred\ufffd2J\ufffd\ufffd\ufffd',
  )
  expect(withoutControls('a\tb\n加藤 “é”')).toBe('a\tb\n加藤 “é”')
})
