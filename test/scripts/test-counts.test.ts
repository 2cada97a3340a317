import { expect, test } from 'vitest'
import { countPlaywright, countVitest, settle } from '../../scripts/test-counts.mjs'

test('a test file that could not be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}, {}] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 })
})

test('an end-to-end test that passed only when tried again counts as failed, and so does an error outside tests', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [{}] }
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 })
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
