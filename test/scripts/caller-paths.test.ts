import { expect, test } from 'vitest'
import { resolvePaths } from '../../scripts/caller-paths.mjs'

test.each([
  [['--library', 'mine'], ['--library=/home/mine']],
  [['--library=mine'], ['--library=/home/mine']],
  [
    ['--user-data-dir=p', '--library', '../else', '--headless'],
    ['--user-data-dir=/home/p', '--library=/else', '--headless'],
  ],
  [['--library', '/whole/mine'], ['--library=/whole/mine']],
  [
    ['--headless', 'mine'],
    ['--headless', 'mine'],
  ],
])('%j is taken from the folder of the caller', (words, resolved) => {
  expect(resolvePaths(words, '/home')).toEqual(resolved)
})

test.each([[['--library']], [['--library', '']], [['--user-data-dir=']]])('%j is refused', words => {
  expect(() => resolvePaths(words, '/home')).toThrow('names no folder')
})
