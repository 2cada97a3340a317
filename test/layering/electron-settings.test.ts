// What Electron is asked for, read from the sources: settings that would open a page to the machine stand nowhere.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'

const sources = globSync('main/**/*.ts', { cwd: projectRoot }).map(file => ({
  file,
  text: readFileSync(join(projectRoot, file), 'utf8'),
}))

/** The settings of each window that a text opens. */
const windowsIn = (text: string) =>
  [...text.matchAll(/new BrowserWindow\(\{[\s\S]*?webPreferences: \{([^}]*)\}/g)].map(
    ([, settings = '']) => settings,
  )

test('each window is isolated, in a sandbox and without Node', () => {
  const opened = sources.flatMap(({ text }) => text.match(/new BrowserWindow\(/g) ?? [])
  const settings = sources.flatMap(({ text }) => windowsIn(text))
  expect(settings.length).toBeGreaterThan(1)
  expect(settings).toHaveLength(opened.length)
  for (const each of settings) {
    expect(each).toContain('contextIsolation: true')
    expect(each).toContain('sandbox: true')
    expect(each).toContain('nodeIntegration: false')
  }
})

const refused =
  /webviewTag|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webSecurity: false|bypassCSP: true|openExternal|openPath|loadFile\(|nodeIntegrationIn|enableRemoteModule/

test.each(['webSecurity: false', 'void shell.openExternal(url)'])('%s would be found', text => {
  expect(refused.test(text)).toBe(true)
})

test('nothing weakens a page, and nothing leads out of the app', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter(({ text }) => refused.test(text)).map(({ file }) => file)).toEqual([])
})
