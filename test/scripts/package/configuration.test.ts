// What electron-builder is told, held against its own words for it and against the files that it names.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../../../scripts/executable.mjs'

const config = parse(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'))
const requireBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

describe('the configuration of the packages', () => {
  it('has the fuses set so that the program is this app and nothing else', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    })
    expect(config).not.toHaveProperty('disableAsarIntegrity')
    expect(config.asar).toBe(true)
  })

  it('names only settings that electron-builder knows', () => {
    const schema = JSON.parse(readFileSync(requireBuilder.resolve('app-builder-lib/scheme.json'), 'utf8'))
    const known = (name: string) => Object.keys(schema.definitions[name].properties)
    const unknown = (given: object, name: string) =>
      Object.keys(given).filter(key => !known(name).includes(key))
    expect(Object.keys(config).filter(key => !Object.keys(schema.properties).includes(key))).toEqual([])
    expect(unknown(config.electronFuses, 'FuseOptionsV1')).toEqual([])
    expect(unknown(config.linux, 'LinuxConfiguration')).toEqual([])
    expect(unknown(config.mac, 'MacConfiguration')).toEqual([])
    expect(unknown(config.win, 'WindowsConfiguration')).toEqual([])
  })

  it('makes what each system installs', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb', 'tar.gz'])
    expect(config.mac.target).toEqual([{ target: 'dmg', arch: 'universal' }])
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    expect(config.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
  })

  it('looks for no update', () => {
    expect(config.publish).toBeNull()
    const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies)).not.toContain('electron-updater')
  })

  it('names icons that are there', () => {
    for (const icon of [config.mac.icon, config.win.icon, `${config.linux.icon}/512x512.png`])
      expect(existsSync(join(projectRoot, icon)), icon).toBe(true)
  })

  it('registers Markdown and the PDF that carries a brief', () => {
    for (const { fileAssociations } of [config.linux, config.mac]) {
      const endings: string[] = fileAssociations.flatMap(({ ext }: { ext: string | string[] }) => ext)
      expect(endings).toEqual(expect.arrayContaining(['md', 'markdown', 'pdf']))
    }
  })
})

describe('the workflow of a public CI', () => {
  const workflow = parse(readFileSync(join(projectRoot, '.github/workflows/ci.yml'), 'utf8'))
  type Step = { run?: string; uses?: string }
  const jobs: [string, { steps: Step[] }][] = Object.entries(workflow.jobs)
  const commands = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run = '' }) => run))

  it('runs commands that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    const named = commands.flatMap(run => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name))
    expect(named).toEqual(['setup', 'typecheck', 'package', 'proof:package'])
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })

  it('tests the packed app of all three systems, and gives no job more than to read', () => {
    const systems = workflow.jobs.package.strategy.matrix.include.map(
      ({ system }: { system: string }) => system,
    )
    expect(systems).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest'])
    expect(commands.filter(run => run.endsWith('npm run proof:package -- --all'))).toHaveLength(1)
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })
})
