// Answers as one tool, for the scorers: `tool.ts NAME FILE --date DAY --json`, or a line of JSON for each line of JSON.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Answer } from './tools/answer.ts'
import { tools } from './tools/tools.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, json: { type: 'boolean' } },
})
const [name, file] = positionals
const tool = tools.find(tool => tool.name === name)
if (tool === undefined) throw new Error(`There is no tool called ${name}.`)
const finder = tool

/** What throws finds nothing, as some do on some texts; ours may not. */
function answer(text: string, date: string | null, language: 'en' | 'ja'): Answer {
  try {
    return finder.find(text, date, language)
  } catch (error) {
    if (finder === tools[0]) throw error
    return { quotes: [], figures: [], events: [] }
  }
}

if (file === undefined)
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text, date, lang } = JSON.parse(line)
    console.log(JSON.stringify({ id, ...answer(text, date, lang) }))
  }
else {
  const found = answer(await readFile(file, 'utf8'), values.date ?? null, 'en')
  // Only figures with a unit are labelled in articles; some read every number.
  const figures = found.figures.filter(({ unit }) => unit !== '')
  console.log(JSON.stringify({ ...found, figures }))
}
