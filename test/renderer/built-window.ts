// The window, built by the first test file of a run that opens it, and waited for by the others.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import preact from '@preact/preset-vite'
import { build } from 'vite'
import { inject } from 'vitest'
import { licencesBundle } from '../../scripts/licences-bundle.mjs'

const root = resolve(import.meta.dirname, '../../renderer')

/** The folder of the built window. */
export async function builtWindow(): Promise<string> {
  const place = join(inject('runFolder'), 'window')
  const work = join(inject('runFolder'), 'window-in-work')
  if (isFirst(work)) {
    await buildInto(work)
    renameSync(work, place)
  }
  // A build that failed has failed its own file, and the others by their patience.
  while (!existsSync(place)) await setTimeout(100)
  return place
}

/** Making a folder succeeds for one alone. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(`${folder}.begun`)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function buildInto(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [preact(), licencesBundle()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      assetsInlineLimit: 0,
      target: 'chrome140',
      rolldownOptions: { input: { index: join(root, 'index.html'), document: join(root, 'document.html') } },
    },
  })
}
