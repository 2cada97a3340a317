// What a module asks for, read from its syntax.
import { parseSync, Visitor } from 'vite'

export type Import = {
  /** As written: `./record.ts`, `node:fs`, `zod`. Null where it is only known when the code runs. */
  specifier: string | null
  /** Whether only types are taken, so that nothing of it is there when the code runs. */
  isType: boolean
  line: number
}

type Literal = { type: string; value?: unknown; start: number }

/**
 * Every import of a TypeScript module: declarations, re-exports, `import()`, `import('…').Type`, `require` and
 * `new URL('…', import.meta.url)`, which is how workers are named. Throws where the text does not parse.
 */
export function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const found: (Import & { start: number })[] = []
  const add = (source: Literal, isType: boolean) => {
    const specifier = typeof source.value === 'string' ? source.value : null
    const line = text.slice(0, source.start).split('\n').length
    found.push({ specifier, isType, line, start: source.start })
  }
  new Visitor({
    // `import { type A }` keeps its module at run time (verbatimModuleSyntax); only `import type` lets go of it.
    ImportDeclaration: node => add(node.source, node.importKind === 'type'),
    ExportAllDeclaration: node => add(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: node => {
      if (node.source) add(node.source, node.exportKind === 'type')
    },
    ImportExpression: node => add(node.source, false),
    TSImportType: node => add(node.source, true),
    CallExpression: node => {
      const [first] = node.arguments
      if (node.callee.type === 'Identifier' && node.callee.name === 'require' && first) add(first, false)
    },
    NewExpression: node => {
      const [first, second] = node.arguments
      const isOfThisModule = second?.type === 'MemberExpression' && second.object.type === 'MetaProperty'
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL' && first && isOfThisModule) {
        add(first, false)
      }
    },
  }).visit(program)
  return found.sort((a, b) => a.start - b.start).map(({ start: _, ...rest }) => rest)
}
