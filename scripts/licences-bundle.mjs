// The licences of everything that goes into the app, for its About dialog.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './executable.mjs'

const name = 'virtual:licences'

/** @typedef {{ name: string, version: string, licence: string, text: string }} PackageLicence */

/** Files in which packages, faces and dictionaries have their licence, and what stands beside it. */
const wanted = /^(?:licen[cs]e|copying|notice|ofl|README_.*\.txt$)/i

/**
 * Each production package of the lock file, also those that others bring, sorted by name. Throws where one says no licence.
 * @returns {PackageLicence[]}
 */
export function packageLicences(root = projectRoot) {
  /** @type {{ packages: Record<string, { dev?: boolean, optional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  /** @type {Map<string, PackageLicence>} */
  const found = new Map()
  for (const [path, { dev = false, optional = false }] of Object.entries(packages)) {
    // Optional ones are of other platforms, and nothing that is bundled.
    if (path === '' || dev || optional) continue
    const folder = join(root, path)
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (typeof license !== 'string') throw new Error(`${path} does not say its licence.`)
    found.set(`${name} ${version}`, { name, version, licence: license, text: textIn(folder) })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** @param {string} folder */
function textIn(folder) {
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => !file.includes('node_modules') && wanted.test(file.split(/[\\/]/).at(-1) ?? ''))
    .sort((a, b) => a.length - b.length)
  return files.map(file => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
}

/**
 * A Vite plugin that gives `virtual:licences`, whose `licences` are those of the packages and whose `texts` are what they name by
 * number: many say the same.
 * @returns {import('vite').Plugin}
 */
export function licencesBundle() {
  return {
    name: 'licences-bundle',
    resolveId: id => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null
      const found = packageLicences()
      const texts = [...new Set(found.map(({ text }) => text))]
      const licences = found.map(({ text, ...rest }) => ({ ...rest, text: texts.indexOf(text) }))
      return `export const texts = ${JSON.stringify(texts)}\nexport const licences = ${JSON.stringify(licences)}`
    },
  }
}
