// A command of the terminal, run as it is typed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'

export type Ended = { code: number | null; out: string; error: string }

/** Runs a command in a folder; gives how it ended and what it said. */
export function brief(folder: string, words: string[], input = ''): Promise<Ended> {
  return start(folder, words, {}, input).ended
}

/** Starts a command, for a test that interferes with it. */
export function start(folder: string, words: string[], env: NodeJS.ProcessEnv, input = '') {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts/brief.mjs'), ...words], {
    cwd: projectRoot,
    env: { ...process.env, INIT_CWD: folder, ...env },
  })
  const ended = new Promise<Ended>((done, failed) => {
    const end: Ended = { code: null, out: '', error: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      end.out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      end.error += text
    })
    child.on('error', failed)
    child.on('close', code => done({ ...end, code }))
    child.stdin.end(input)
  })
  return { child, ended }
}

/** Asks for JSON of a library in the folder; fails the test where the command does. */
export async function ask(folder: string, ...words: string[]) {
  const ended = await brief(folder, [...words, '--library', 'library', '--json'])
  expect(ended, ended.error).toMatchObject({ code: 0, error: '' })
  return JSON.parse(ended.out)
}
