import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'
import { headOf } from '../../scripts/help.mjs'

const run = promisify(execFile)
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
/** Those that are ours, by the file that they run; `brief` has a help for each of its commands. */
const own = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^node (?:--[a-z-]+ )?((?:scripts|test)\/\S+)/.exec(command) ?? []
  return file && !/^pre/.test(name) && name !== 'brief' ? [{ name, file }] : []
})

it('the head of a file is its comment, without its slashes', () => {
  expect(headOf('// What it does.\n//   --option   more\n\n// Not this.\ncode()')).toBe(
    'What it does.\n  --option   more',
  )
  expect(headOf('code()')).toBe('')
})

describe('--help says what a command does, and does nothing', () => {
  it.each(own)('$name', async ({ file }) => {
    const { stdout, stderr } = await run(process.execPath, [file, '--help'], { cwd: projectRoot })
    expect(stderr).toBe('')
    expect(stdout.trimEnd()).toBe(headOf(readFileSync(join(projectRoot, file), 'utf8')))
    expect(stdout.length).toBeGreaterThan(40)
  })
})
