// `npm test`: every check and every test, each step after the other even where one fails, and the sum at the end.
//   --data DIR   the folder of test data (../shared/eval)
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'
import {
  countPlaywright,
  countVitest,
  failedInPlaywright,
  failedInVitest,
  fromReport,
  settle,
} from './test-counts.mjs'

helpIfAsked(import.meta.url)

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const data = values.data
  ? resolve(process.env.INIT_CWD ?? '.', values.data)
  : join(projectRoot, '../shared/eval')
// Read by the tests that need it.
process.env.DISPATCH_BOX_DATA = data

const reports = join(projectRoot, 'out/test-results')
const unitReport = join(reports, 'unit.json')
const endToEndReport = join(reports, 'end-to-end.json')

const one = { passed: 1, failed: 0 }
const steps = [
  { name: 'typecheck', command: ['npm', 'run', '-s', 'typecheck'], count: () => one },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'], count: () => one },
  { name: 'knip', command: ['npm', 'run', '-s', 'knip'], count: () => one },
  {
    name: 'unit and layering tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => fromReport(unitReport, countVitest),
    failed: () => fromReport(unitReport, failedInVitest),
  },
  {
    name: 'end-to-end tests',
    command: ['playwright', 'test'],
    count: () => fromReport(endToEndReport, countPlaywright),
    failed: () => fromReport(endToEndReport, failedInPlaywright),
  },
]

/** @param {string[]} command @returns {Promise<number | null>} */
function run([name = '', ...args]) {
  return new Promise(resolve => {
    // On Windows these programs are .cmd files, which only a shell starts.
    const child = spawn(name, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    child.on('error', error => {
      console.error(error.message)
      resolve(null)
    })
    child.on('exit', resolve)
  })
}

if (!existsSync(data)) console.log(`Left out: the hostile JSON files, for ${data} is not there (--data DIR).`)
rmSync(reports, { recursive: true, force: true })
const sum = { passed: 0, failed: 0 }
const lines = []
for (const { name, command, count, failed: namesOfFailed } of steps) {
  console.log(`\n── ${name}`)
  const code = await run(command)
  const counts = count()
  const { passed, failed } = settle({ code, counts: counts === one && code !== 0 ? undefined : counts })
  sum.passed += passed
  sum.failed += failed
  lines.push(`${failed === 0 ? 'passed' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed`)
  for (const test of namesOfFailed?.() ?? []) lines.push(`        ${test.replace(projectRoot, '')}`)
}

console.log(`\n${lines.join('\n')}\n`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 ? 0 : 1
