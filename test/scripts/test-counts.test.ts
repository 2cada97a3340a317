import { expect, test } from 'vitest'
import {
  countPlaywright,
  countVitest,
  failedInPlaywright,
  failedInVitest,
  settle,
} from '../../scripts/test-counts.mjs'

test('a test file that could not be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'dates in Japanese' },
          { status: 'passed', fullName: 'dates' },
        ],
      },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'figures' }] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 })
  expect(failedInVitest(report)).toEqual(['a.test.ts: could not be loaded', 'b.test.ts: dates in Japanese'])
})

test('an end-to-end test that passed only when tried again counts as failed, and so does an error outside tests', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [{}], suites: [] }
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 })
})

test('the end-to-end tests that failed are named, however deep they stand', () => {
  const spec = (title: string, ok: boolean) => ({ file: 'pages.spec.ts', title, ok })
  const inner = { specs: [spec('turns', false)], suites: [{ specs: [spec('shrinks', false)] }] }
  const suites = [{ specs: [spec('opens', true), spec('closes', false)], suites: [inner] }]
  expect(failedInPlaywright({ suites })).toEqual([
    'pages.spec.ts: closes',
    'pages.spec.ts: turns',
    'pages.spec.ts: shrinks',
  ])
})

test('a run of no tests at all has failed', () => {
  expect(settle({ code: 0, counts: { passed: 0, failed: 0 } })).toEqual({ passed: 0, failed: 1 })
})

test('a run without a report has failed', () => {
  expect(settle({ code: 0, counts: undefined })).toEqual({ passed: 0, failed: 1 })
})

test('a run that ended badly after tests that all passed has failed', () => {
  expect(settle({ code: 1, counts: { passed: 5, failed: 0 } })).toEqual({ passed: 5, failed: 1 })
})

test('failures that were counted are not counted twice', () => {
  expect(settle({ code: 1, counts: { passed: 5, failed: 2 } })).toEqual({ passed: 5, failed: 2 })
})
