import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isAlive } from '../is-alive.ts'
import { startMain } from './run-main.ts'

/** A file with a program for a utility process. */
function program(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-utility-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'utility.mjs')
  writeFileSync(file, source)
  return JSON.stringify(file)
}

it('starts a process of its own, and says what comes from it', async () => {
  const script = program(`
    process.parentPort.on('message', ({ data }) => {
      if (data === 'end') process.exit(7)
      process.parentPort.postMessage({
        got: data, type: process.type, send: typeof process.send, args: process.argv.slice(2), env: process.env.WORD, path: process.env.PATH,
      })
    })`)
  const { ended } = startMain(`
    import { app, utilityProcess } from 'electron'
    app.whenReady().then(() => {
      const child = utilityProcess.fork(${script}, ['one'], { serviceName: 'Test', stdio: 'ignore', env: { WORD: 'said' } })
      console.log(typeof child.pid, child.stdout)
      child.on('spawn', () => console.log('spawned'))
      child.on('message', ({ got, ...rest }) => {
        console.log(JSON.stringify({ bytes: [...got.bytes], when: got.when.getTime(), ...rest }))
        child.postMessage('end')
      })
      child.on('exit', code => {
        console.log('ended with', code, child.pid, child.kill())
        app.exit(0)
      })
      child.postMessage({ bytes: new Uint8Array([1, 2, 255]), when: new Date(5) })
    })`)
  expect(await ended).toEqual({
    code: 0,
    lines: [
      'number null',
      'spawned',
      '{"bytes":[1,2,255],"when":5,"type":"utility","send":"undefined","args":["one"],"env":"said"}',
      'ended with 7 undefined false',
    ],
  })
})

it('ends it when told to, and when it breaks', async () => {
  const waiting = program(`process.parentPort.on('message', () => {})`)
  const broken = program(`throw new Error('broken')`)
  const { ended } = startMain(`
    import { app, utilityProcess } from 'electron'
    const exitOf = child => new Promise(done => child.once('exit', done))
    app.whenReady().then(async () => {
      const child = utilityProcess.fork(${waiting}, [], { stdio: 'ignore' })
      child.once('spawn', () => console.log('killed', child.kill()))
      await exitOf(child)
      console.log('ended')
      console.log(await exitOf(utilityProcess.fork(${broken}, [], { stdio: 'ignore' })))
      app.exit(0)
    })`)
  expect(await ended).toEqual({ code: 0, lines: ['killed true', 'ended', '1'] })
})

it('ends with the app', async () => {
  const waiting = program(`process.parentPort.on('message', () => {})`)
  const { ended } = startMain(`
    import { app, utilityProcess } from 'electron'
    app.whenReady().then(() => {
      const child = utilityProcess.fork(${waiting}, [], { stdio: 'ignore' })
      child.once('spawn', () => {
        console.log(child.pid)
        app.quit()
      })
    })`)
  const { code, lines } = await ended
  expect(code).toBe(0)
  await expect.poll(() => isAlive(Number(lines[0]))).toBe(false)
})

it('throws before the app is ready, for what cannot be cloned, and for what it lacks', async () => {
  const waiting = program(`
    const attempt = run => { try { run(); return 'allowed' } catch (error) { return error.message } }
    process.parentPort.on('message', () => {})
    process.parentPort.postMessage([
      attempt(() => process.parentPort.on('close', () => {})),
      attempt(() => process.parentPort.start()),
      attempt(() => process.parentPort.postMessage(() => {})).includes('could not be cloned'),
    ])`)
  const { ended } = startMain(`
    import { app, utilityProcess } from 'electron'
    const attempt = run => {
      try { run(); console.log('allowed') } catch (error) { console.log(error.message) }
    }
    attempt(() => utilityProcess.fork(${waiting}))
    app.whenReady().then(() => {
      attempt(() => utilityProcess.fork('utility.mjs'))
      attempt(() => utilityProcess.fork(${waiting}, [], { partition: 'persist:one' }))
      attempt(() => utilityProcess.fork(${waiting}, [], { stdio: 'pipe' }))
      const child = utilityProcess.fork(${waiting}, [], { stdio: 'ignore' })
      attempt(() => child.on('error', () => {}))
      attempt(() => child.postMessage(() => {}))
      attempt(() => child.postMessage('a', [{}]))
      attempt(() => child.send('a'))
      child.on('message', lines => {
        for (const line of lines) console.log(line)
        app.exit(0)
      })
    })`)
  expect((await ended).lines).toEqual([
    'utilityProcess cannot be created before app is ready.',
    'not in the stand-in: a utility process of a relative path (utility.mjs)',
    'not in the stand-in: utilityProcess option partition',
    'not in the stand-in: utilityProcess stdio pipe',
    "not in the stand-in: UtilityProcess event 'error'",
    '() => {} could not be cloned.',
    'not in the stand-in: UtilityProcess.postMessage with ports',
    'not in the stand-in: UtilityProcess.send',
    "not in the stand-in: parentPort event 'close'",
    'not in the stand-in: parentPort.start',
    'true',
  ])
})
