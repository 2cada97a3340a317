// The app: protocol: the built window, and documents on their way to the printer; nothing else is served.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { imageTypeOf } from '../capture/image-type.ts'
import { appOrigin, appScheme } from './origin.ts'

/** A page made in memory, served under its own name for as long as it is needed. */
export type ServedPage = { name: string; type: 'text/html' | 'text/css'; text: string }

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

const windowPolicy = policy({
  'script-src': "'self'",
  // The thread on which pdf.js reads what was printed.
  'worker-src': "'self'",
  'img-src': "'self'",
  'frame-src': "'self'",
  'frame-ancestors': "'none'",
})
/** A brief is a document: no script runs in it, its pictures are the app's own, and it is framed by the window alone. */
const documentPolicy = policy({
  'script-src': "'none'",
  'img-src': "'self'",
  'frame-ancestors': "'self'",
})

/** The bytes of a picture that the open library keeps under a SHA-256; null where there is none. */
type PictureOf = (sha256: string) => Promise<Uint8Array | null>

/**
 * Serves the files of one folder, the pictures of the open library under `attachments/`, and what is added: pages, and pictures
 * by their SHA-256, which need no library. `prepare` has the last word on the window's own page. Gives the means to add and take away.
 */
export function serveApp(
  folder: string,
  pictureOf: PictureOf = async () => null,
  prepare: (page: string) => string = page => page,
) {
  const pages = new Map<string, ServedPage>()
  const added = new Set<Readonly<Record<string, Uint8Array>>>()
  const pictureIn = (sha256: string) => [...added].find(pictures => sha256 in pictures)?.[sha256]
  protocol.handle(appScheme, request =>
    answer(request, folder, pages, async sha256 => pictureIn(sha256) ?? pictureOf(sha256), prepare),
  )
  return {
    add: (page: ServedPage) => void pages.set(page.name, page),
    remove: (name: string) => void pages.delete(name),
    addPictures: (pictures: Readonly<Record<string, Uint8Array>>) => void added.add(pictures),
    removePictures: (pictures: Readonly<Record<string, Uint8Array>>) => void added.delete(pictures),
  }
}

async function answer(
  request: Request,
  folder: string,
  pages: ReadonlyMap<string, ServedPage>,
  pictureOf: PictureOf,
  prepare: (page: string) => string,
): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== appOrigin)
    return new Response(null, { status: 403 })
  const name = normalize(decodeURIComponent(url.pathname)).split(sep).filter(Boolean).join('/')
  const page = pages.get(name)
  if (page) return respond(page.text, `${page.type}; charset=utf-8`, documentPolicy)
  const [, sha256] = /^attachments\/([0-9a-f]{64})$/.exec(name) ?? []
  if (sha256) return respondWithPicture(await pictureOf(sha256).catch(() => null))
  const type = mediaTypes[extname(name)]
  if (!type || name.split('/').includes('..')) return new Response(null, { status: 404 })
  const bytes = await readFile(join(folder, name)).catch(() => null)
  if (!bytes) return new Response(null, { status: 404 })
  if (name === 'index.html') return respond(prepare(bytes.toString()), type, windowPolicy)
  return respond(new Uint8Array(bytes), type, documentPolicy)
}

/** What is no picture by its bytes is not served: it came from somebody else. */
function respondWithPicture(bytes: Uint8Array | null): Response {
  const type = bytes && imageTypeOf(bytes)
  return type ? respond(new Uint8Array(bytes), type, documentPolicy) : new Response(null, { status: 404 })
}

function respond(body: string | Uint8Array<ArrayBuffer>, type: string, contentPolicy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
    },
  })
}

function policy(directives: Record<string, string>): string {
  const all = {
    'default-src': "'none'",
    'style-src': "'self'",
    'font-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    ...directives,
  }
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
