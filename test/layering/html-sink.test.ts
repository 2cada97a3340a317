// HTML enters the window in one file, so that there is one policy for it.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'

const sink = 'renderer/html-sink/html-sink.ts'
/** Whatever makes elements of a text that stand in the page; `outerHTML` and `innerHTML` may be read. */
const ways = [
  /\.(?:inner|outer)HTML\s*(?:[+|&?]{0,2}=)(?!=)/,
  /\b(?:insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|setHTML|createContextualFragment|srcdoc|parseHTMLUnsafe)\b/,
  /\bdocument\.write(?:ln)?\b/,
]

const isWay = (text: string) => ways.some(way => way.test(text))

test('no other file of the window makes elements of a text', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: projectRoot })
  expect(files).toContain(sink)
  expect(files.length).toBeGreaterThan(100)
  const found = files.filter(file => isWay(readFileSync(join(projectRoot, file), 'utf8')))
  expect(found).toEqual([sink])
})

test.each([
  'a.innerHTML = b',
  'a.outerHTML += b',
  "a.insertAdjacentHTML('beforeend', b)",
  '<p dangerouslySetInnerHTML={{ __html: a }} />',
  'document.write(a)',
  'range.createContextualFragment(a)',
  'frame.srcdoc = a',
  'a.setHTMLUnsafe(b)',
])('%s would be found', text => {
  expect(isWay(text)).toBe(true)
})

test.each(['a.outerHTML === b', 'const html = body.innerHTML', 'pictures.get(picture.outerHTML)'])(
  '%s is only read',
  text => {
    expect(isWay(text)).toBe(false)
  },
)
