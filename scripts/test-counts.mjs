// How many tests passed and failed, read from the reports that the test runners write.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport
 */

/** A file that could not even be loaded has no tests to count and is one failure. @param {VitestReport} report @returns {Counts} */
export function countVitest(report) {
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** A test that passed only when tried again did not pass. @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/**
 * A run that ended badly, left no report or ran nothing has a failure, whatever its report says.
 * @param {{ code: number | null, counts: Counts | undefined }} run
 * @returns {Counts}
 */
export function settle({ code, counts }) {
  const passed = counts?.passed ?? 0
  const failed = counts?.failed ?? 0
  const isSilentFailure = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isSilentFailure ? 1 : failed }
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Counts | undefined} undefined where there is no such report
 */
export function countsFrom(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
