// Who may enter which room. ARCHITECTURE.md says why.
import { builtinModules } from 'node:module'
import type { Edge, ModuleGraph } from './module-graph.ts'

/** Libraries that need neither Node nor a window, and so may stand in shared/. */
const pureLibraries = [
  '@lezer/common',
  '@lezer/markdown',
  'approx-string-match',
  'd3-scale',
  'd3-shape',
  'd3-time-format',
  'diff',
  'edtf',
  'hyphen',
  'marked',
  'node-diff3',
  'papaparse',
  'string-width',
  'temporal-polyfill',
  'yaml',
  'zod',
]

const isIn = (...folders: string[]) => {
  return (path: string) => folders.some(folder => path === folder || path.startsWith(`${folder}/`))
}
const isNode = (to: string) => to.startsWith('node:') || builtinModules.includes(to)
const isElectron = (to: string) => to === 'electron' || to.startsWith('electron/')
const isFile = (to: string) => to.includes('/') && !to.startsWith('@') && !isNode(to)

const compositionRoots = ['main/start.ts', 'main/main.ts', 'main/preload.ts', 'main/cli.ts']

type Rule = {
  says: string
  /** The modules that it binds. */
  binds(file: string): boolean
  /** Whether it forbids them to import this: a file of the project, a package or `node:…`. */
  forbids(to: string): boolean
}

const rules: Rule[] = [
  {
    says: 'shared/ imports nothing but shared/ and its few pure libraries',
    binds: isIn('shared'),
    forbids: to => (isFile(to) ? !isIn('shared')(to) : !pureLibraries.includes(to)),
  },
  {
    says: 'main/ imports main/, shared/ and resources/ alone',
    binds: isIn('main'),
    forbids: to => isFile(to) && !isIn('main', 'shared', 'resources')(to),
  },
  {
    says: 'renderer/ imports renderer/, shared/ and resources/ alone',
    binds: isIn('renderer'),
    forbids: to => isFile(to) && !isIn('renderer', 'shared', 'resources')(to),
  },
  {
    says: 'the window says dates by renderer/ui/dates-and-numbers.ts, as is preferred; but for words of a brief',
    binds: file =>
      isIn('renderer')(file) && !isIn('renderer/ui/dates-and-numbers.ts', 'renderer/editor/blocks.ts')(file),
    forbids: to => to === 'shared/dates/format-edtf.ts',
  },
  {
    says: 'renderer/ runs in a window, where there is no Node',
    binds: isIn('renderer'),
    forbids: isNode,
  },
  {
    says: 'only main/start.ts, main/main.ts, main/preload.ts and main/shell/ import electron',
    binds: file => !isIn('main/start.ts', 'main/main.ts', 'main/preload.ts', 'main/shell')(file),
    forbids: isElectron,
  },
  {
    says: 'main/requests/ knows library, capture, finder, search and its ports, never the shell',
    binds: isIn('main/requests'),
    forbids: isIn('main/shell', ...compositionRoots),
  },
  {
    says: 'main/library/, main/capture/, main/exchange/, main/finder/ and main/search/ know neither the requests nor the shell',
    binds: isIn('main/library', 'main/capture', 'main/exchange', 'main/finder', 'main/search'),
    forbids: isIn('main/requests', 'main/shell', ...compositionRoots),
  },
]

/** What a module must not bring along when it runs, however many imports away. */
const limits: Rule[] = [
  {
    says: 'zod compiles with `new Function`, which the window refuses: take its types alone',
    binds: isIn('renderer'),
    forbids: to => to === 'zod',
  },
  {
    says: 'the terminal runs in plain Node',
    binds: isIn('main/cli.ts'),
    forbids: isElectron,
  },
  {
    says: 'a sandboxed preload has no Node',
    binds: isIn('main/preload.ts'),
    forbids: isNode,
  },
]

/** One sentence for every import that breaks a rule; none where all is well. */
export function violations(graph: ModuleGraph): string[] {
  return [...forbiddenImports(graph), ...forbiddenCompany(graph), ...circles(graph)]
}

function forbiddenImports(graph: ModuleGraph): string[] {
  return [...graph].flatMap(([file, edges]) =>
    edges.flatMap(({ to, line }) => {
      if (to === null) return [`${file}:${line} imports what only the running code knows: name it`]
      const broken = rules.filter(rule => rule.binds(file) && rule.forbids(to))
      return broken.map(rule => `${file}:${line} imports ${to}: ${rule.says}`)
    }),
  )
}

function forbiddenCompany(graph: ModuleGraph): string[] {
  return [...graph.keys()].flatMap(file =>
    limits.flatMap(limit => {
      const way = limit.binds(file) ? wayTo(graph, file, limit.forbids) : undefined
      return way ? [`${way.join(' → ')}: ${limit.says}`] : []
    }),
  )
}

/** The shortest way along imports that are there at run time from a module to something forbidden. */
function wayTo(graph: ModuleGraph, from: string, isForbidden: (to: string) => boolean): string[] | undefined {
  const ways = [[from]]
  const seen = new Set([from])
  for (const way of ways) {
    for (const to of atRunTime(graph.get(way.at(-1) ?? from) ?? [])) {
      if (isForbidden(to)) return [...way, to]
      if (!seen.has(to)) ways.push([...way, to])
      seen.add(to)
    }
  }
  return undefined
}

function atRunTime(edges: readonly Edge[]): string[] {
  return edges.flatMap(edge => (edge.isType || edge.to === null ? [] : [edge.to]))
}

/** Each circle once, from its first module by name; types count, for they tie rooms together just as well. */
function circles(graph: ModuleGraph): string[] {
  const found = new Set<string>()
  const finished = new Set<string>()
  const visit = (file: string, way: string[]) => {
    if (way.includes(file)) {
      const circle = way.slice(way.indexOf(file))
      const first = circle.indexOf(circle.toSorted()[0] ?? file)
      const inOrder = [...circle.slice(first), ...circle.slice(0, first)]
      found.add(`${[...inOrder, inOrder[0]].join(' → ')}: a circle of imports`)
      return
    }
    if (finished.has(file)) return
    for (const { to } of graph.get(file) ?? []) if (to !== null) visit(to, [...way, file])
    finished.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return [...found]
}
