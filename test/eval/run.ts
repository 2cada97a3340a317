// `npm run eval`: what is found in labelled texts, beside other finders on the same texts in the same run.
//   --data DIR   the folder of labelled texts and their scorers (../shared/eval)
//   --limit N    so many inputs of each part, for a quick look
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../scripts/executable.mjs'
import { helpIfAsked } from '../../scripts/help.mjs'
import { ownRows } from './own-texts.ts'
import { articleRows, corpusRows } from './scorers.ts'
import { type EvalRow, evalTable } from './table.ts'
import { tools } from './tools/tools.ts'

helpIfAsked(import.meta.url)

const { values } = parseArgs({ options: { data: { type: 'string' }, limit: { type: 'string' } } })
const data = values.data
  ? resolve(process.env.INIT_CWD ?? '.', values.data)
  : join(projectRoot, '../shared/eval')
const hasCorpora = existsSync(join(data, 'corpora.mjs')) && existsSync(join(data, 'dev'))
const hasArticles = existsSync(join(data, 'score.mjs')) && existsSync(join(data, 'articles'))
if (!hasCorpora || !hasArticles)
  console.error(
    `Left out: ${[hasCorpora ? '' : 'the public corpora', hasArticles ? '' : 'the labelled articles'].filter(Boolean).join(' and ')}, for they are not in ${data} (--data DIR).`,
  )

const rows: EvalRow[] = []
for (const tool of tools) {
  console.error(`Reading as ${tool.name} …`)
  const found = [
    ...ownRows(tool),
    ...(hasArticles ? articleRows(data, tool) : []),
    ...(hasCorpora ? corpusRows(data, tool, values.limit) : []),
  ]
  rows.push(...found)
}
console.log(
  evalTable(
    rows,
    tools.map(tool => tool.name),
  ),
)
