// pdf.js as this app needs it: on the thread that calls it, without fonts to draw with, scripts, images or a network.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
export type PdfOperators = Pdfjs['OPS']
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

let loading: Promise<Pdfjs> | null = null

function load(): Promise<Pdfjs> {
  loading ??= (async () => {
    const known = globalThis as Record<string, unknown>
    // pdf.js makes one of these while it is loaded; they are for drawing, which never happens here.
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) known[name] ??= class {}
    const pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    Object.assign(known, { pdfjsWorker })
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return loading
}

/** Opens a PDF; the bytes are copied. Rejects with pdf.js's own errors, `PasswordException` and `InvalidPDFException` among them. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ document: PdfDocument; ops: PdfOperators; close: () => Promise<void> }> {
  const { getDocument, OPS } = await load()
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // Every picture is larger than none, so none is decoded.
    maxImageSize: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: PackagedFiles,
    CanvasFactory: class {},
    FilterFactory: class {
      destroy() {}
    },
  })
  process.on('unhandledRejection', leaveToReader)
  const close = async () => {
    await task.destroy()
    // Rejections nobody waits for are told after what is under way.
    await new Promise(resolve => setImmediate(resolve))
    process.off('unhandledRejection', leaveToReader)
  }
  try {
    return { document: await task.promise, ops: OPS, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * In a damaged file pdf.js rejects promises that it lets go of, which would end the process; what it waits for fails as well, or is read
 * without. Whatever else is rejected ends the process as it always does.
 */
function leaveToReader(reason: unknown): void {
  const name = typeof reason === 'object' && reason !== null && 'name' in reason ? String(reason.name) : ''
  if (
    !/^(?:XRef\w*|ParserEOF|MissingData|InvalidPDF|UnknownError|Response|Abort|Jpx|Jbig2|Jpeg)(?:Exception|Error)$|^FormatError$/.test(
      name,
    )
  )
    throw reason
}

/** Where the character maps of East Asian fonts lie: beside the built program, and in the package while it is worked on. */
const mapFolders = ['cmaps', '../cmaps', '../../../node_modules/pdfjs-dist/cmaps'].map(path =>
  join(import.meta.dirname, path),
)

/** Gives pdf.js the character maps that come with the app, and no other file. */
class PackagedFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind === 'cMapUrl' && /^[\w-]+\.bcmap$/.test(filename)) {
      for (const folder of mapFolders) {
        const bytes = await readFile(join(folder, filename)).catch(() => null)
        if (bytes) return new Uint8Array(bytes)
      }
    }
    throw new Error(`${filename} is not part of the app.`)
  }
}
