import { expect, test } from 'vitest'
import { missingPrograms, run } from './programs.ts'

test('programs that are missing are told with the packages that bring them', () => {
  expect(missingPrograms({ sh: 'dash' })).toBe(null)
  expect(missingPrograms({ sh: 'dash', 'no-such-program': 'its-package' })).toBe(
    'not installed; apt-get install its-package',
  )
})

test('a program that fails says why', async () => {
  await expect(run('sh', ['-c', 'echo out of paper >&2; exit 3'], '.')).rejects.toThrow('out of paper')
})
