// How many tests passed and failed, and which failed, read from the reports that the test runners write.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {{ status: string, fullName: string }} VitestAssertion
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, name: string, assertionResults: VitestAssertion[] }[] }} VitestReport
 * @typedef {{ file: string, title: string, ok: boolean }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[], suites: PlaywrightSuite[] }} PlaywrightReport
 */

/** A file that could not even be loaded has no tests to count and is one failure. @param {VitestReport} report @returns {Counts} */
export function countVitest(report) {
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** @param {VitestReport} report @returns {string[]} each as “file: name of the test” */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [`${name}: could not be loaded`]
    return assertionResults
      .filter(test => test.status === 'failed')
      .map(({ fullName }) => `${name}: ${fullName}`)
  })
}

/** A test that passed only when tried again did not pass. @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** @param {{ suites: PlaywrightSuite[] }} report @returns {string[]} each as “file: name of the test” */
export function failedInPlaywright({ suites }) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
    ...failedInPlaywright({ suites: inner }),
  ])
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
 * @template Report, Found
 * @param {string} file
 * @param {(report: Report) => Found} find
 * @returns {Found | undefined} undefined where there is no such report
 */
export function fromReport(file, find) {
  try {
    return find(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
