// Which module of the product imports which.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type Import, importsOf } from './imports.ts'

export type Edge = Import & {
  /** A file by its path from the root (`main/main.ts`, `./vite.config.ts`), a package by its name, or `node:…`. Null where unknown. */
  to: string | null
}

/** Every module of main/, renderer/ and shared/ by its path from the root, with what it imports. */
export type ModuleGraph = Map<string, Edge[]>

const rooms = ['main', 'renderer', 'shared']

export function readModuleGraph(root: string): ModuleGraph {
  const files = rooms
    .filter(room => existsSync(join(root, room)))
    .flatMap(room => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
    .filter(
      entry => entry.isFile() && /\.(?:[cm]?[jt]s|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'),
    )
    .map(entry => pathFrom(root, join(entry.parentPath, entry.name)))
  return new Map(
    files.sort().map(file => {
      const imports = importsOf(file, readFileSync(join(root, file), 'utf8'))
      return [file, imports.map(found => ({ ...found, to: target(root, file, found.specifier) }))]
    }),
  )
}

function target(root: string, file: string, specifier: string | null): string | null {
  if (specifier === null) return null
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return packageName(specifier)
  // What follows a question mark tells the bundler how to take the file in.
  const path = join(root, dirname(file), specifier.replace(/\?.*$/, ''))
  const isFile = (candidate: string) => statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false
  const found = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(isFile)
  if (!found) throw new Error(`${file} imports ${specifier}, which is not there`)
  return pathFrom(root, found)
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function pathFrom(root: string, path: string): string {
  const parts = relative(root, path).split(sep)
  return parts.length === 1 ? `./${parts[0]}` : parts.join('/')
}
