import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../../renderer/app/commands.ts'
import { tablesStrings } from '../../renderer/tables/tables-strings.ts'
import { projectRoot } from '../../scripts/executable.mjs'
import { menuCommands, menuKeys } from '../../shared/menu-keys.ts'

it('every key that the guide names is one of the app’s', () => {
  const folder = join(projectRoot, 'resources/sample/guide')
  const text = readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const named = [...text.matchAll(/`((?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|Left|Enter|[.,]))`/g)].map(
    ([, key = '']) => key,
  )
  expect(named.length).toBeGreaterThan(30)
  const keys = [...menuCommands.map(command => menuKeys(command, false)), ...commands.map(({ keys }) => keys)]
  const ofTables = tablesStrings.tables.keys.split(' · ').map(each => each.split(': ')[0] ?? '')
  const known = keys
    .flatMap(key => (key ? key.split(' ') : []))
    .map(key => key.replace('mod', 'Ctrl'))
    .concat(ofTables)
  expect(named.filter(key => !known.includes(key))).toEqual([])
})
