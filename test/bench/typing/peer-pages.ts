// The pages that are typed into beside ours: a text area and a bare CodeMirror, in a bare Chromium.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Writes a page whose text area holds the text; its address. */
export async function writeTextArea(folder: string, text: string): Promise<string> {
  const script = `const area = document.querySelector('textarea'); area.value = text; area.focus(); area.setSelectionRange(0, 0)`
  return writePage(
    join(folder, `text-area-${text.length}.html`),
    '<textarea style="width: 600px; height: 700px"></textarea>',
    text,
    script,
  )
}

/** Writes a page whose CodeMirror holds the text; its address. */
export async function writeBareEditor(folder: string, text: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'bare-editor.ts'), formats: ['iife'], name: 'bare' },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('Vite built no bare editor.')
  const style = '<style>.cm-editor { width: 600px; height: 700px }</style>'
  return writePage(join(folder, `codemirror-${text.length}.html`), style, text, bundle.output[0].code)
}

async function writePage(file: string, body: string, text: string, script: string): Promise<string> {
  const closed = (code: string) => code.replaceAll('</script', '<\\/script')
  const page = `<!doctype html><meta charset="utf-8"><body>${body}<script>const text = ${closed(JSON.stringify(text))}</script><script>${closed(script)}</script>`
  await writeFile(file, page)
  return pathToFileURL(file).href
}
