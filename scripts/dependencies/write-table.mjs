// `npm run dependencies`: docs/DEPENDENCIES.md anew: each package of package.json with its reason (scripts/dependencies/reasons.mjs), its
// licence, and when the registry says that its newest version was released.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../executable.mjs'
import { helpIfAsked } from '../help.mjs'
import { reasonOf } from './reasons.mjs'

helpIfAsked(import.meta.url)

const year = 365.25 * 86_400_000

const { dependencies, devDependencies } = readJson('package.json')
const today = new Date().toISOString().slice(0, 10)

writeFileSync(
  join(projectRoot, 'docs/DEPENDENCIES.md'),
  `# Dependencies

What the app and its tools are made of, and why. Written by \`npm run dependencies\` on ${today}; \`test/scripts/dependencies.test.ts\` holds it
against package.json. “Released” is when the registry that was asked says that the newest version came. With a ≤ it came then or before:
other versions stand under later days, as a mirror took them over in its own order, or because they are mended still. Where that
is two years ago, or a year and it may be more, the reason to keep it stands with it. No two do the same work: one of each pair that sounds alike reads what the other writes.

\`npm audit --omit=dev\` asks for known faults, where the registry answers that; a public CI does (\`.github/workflows/ci.yml\`).

## In the app

Bundled by the build, so that the package has no node_modules; their licences are in About.

${tableOf(dependencies)}

## Tools and tests

Not in the package.

${tableOf(devDependencies)}
`,
)

/** @param {Record<string, string>} packages by version */
function tableOf(packages) {
  const rows = Object.entries(packages).map(([name, version]) => {
    const { license } = readJson(join('node_modules', name, 'package.json'))
    const reason = reasonOf(name)
    if (!reason) throw new Error(`${name} has no reason in scripts/dependencies/reasons.mjs.`)
    const { day, isLatest } = releaseOf(name)
    const isOld = Date.now() - new Date(day).getTime() > (isLatest ? 2 : 1) * year
    if (isOld && !reason.old)
      throw new Error(`${name} had its last release on ${day} or before: say why it is kept.`)
    const why = isOld ? `${reason.why}. Kept: ${reason.old}` : reason.why
    return `| ${[name, version, license, isLatest ? day : `≤ ${day}`, why, reason.replaces].join(' | ')} |`
  })
  return [
    '| package | version | licence | released | why | instead of |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/**
 * The day of the newest version. It is not the latest where another version stands under a later day: that is when a mirror took it over,
 * or older versions are mended still.
 * @param {string} name
 */
function releaseOf(name) {
  const said = execFileSync('npm', ['view', name, 'version', 'time', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const { version, time } = JSON.parse(said)
  const { created: _created, modified: _modified, ...versions } = time
  const day = (/** @type {unknown} */ moment) => String(moment).slice(0, 10)
  return {
    day: day(time[version]),
    isLatest: !Object.values(versions).some(other => day(other) > day(time[version])),
  }
}

/** @param {string} path @returns {any} */
function readJson(path) {
  return JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))
}
