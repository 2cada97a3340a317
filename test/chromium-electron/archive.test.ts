// An app in an archive, as electron-builder packs it.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPackage } from '@electron/asar'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { executable, headlessEnvironment } from './launch-fixture.ts'

it('runs from a folder that holds nothing else and goes with it, and says that it is the archive', async () => {
  const folder = temporaryFolder()
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'packed', version: '3.2.1', main: 'main.cjs' }),
  )
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app } = require('electron')
     app.whenReady().then(() => {
       console.log(app.getAppPath())
       console.log(__dirname)
       console.log(require('node:fs').readdirSync(__dirname).sort().join())
       console.log(app.getVersion())
       app.quit()
     })`,
  )
  const archive = join(folder, 'app.asar')
  await createPackage(app, archive)
  const { stdout } = await promisify(execFile)(
    executable,
    [`--user-data-dir=${join(folder, 'profile')}`, archive],
    { env: headlessEnvironment() },
  )
  const [path, unpacked = '', files, version] = stdout.split('\n')
  expect({ path, files, version }).toEqual({
    path: archive,
    files: 'main.cjs,package.json',
    version: '3.2.1',
  })
  expect(unpacked.startsWith(folder)).toBe(false)
  expect(existsSync(unpacked)).toBe(false)
})
