import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'

const target = join(import.meta.dirname, '../../../main/requests/export-target.ts')

/** Asks as somebody who is not the owner of everything. */
function askedByAnother(file: string): string {
  const asked = `import(${JSON.stringify(target)}).then(({ exportTarget }) => exportTarget(${JSON.stringify(file)}, 'csv')).then(console.log, error => console.log(error.message))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', asked], { uid: 65534, encoding: 'utf8' })
  return stdout + stderr
}

test.runIf(process.getuid?.() === 0)(
  'a file that only its owner may write stays, also in a folder that all may write to',
  () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o777)
    const file = join(folder, 'a.csv')
    writeFileSync(file, '', { mode: 0o644 })
    expect(askedByAnother(file)).toContain('a.csv: that file is write-protected. Nothing was written there')
    chmodSync(file, 0o666)
    expect(askedByAnother(file).trim()).toBe(file)
  },
)
