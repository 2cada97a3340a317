// What a fault was and where it happened, and nothing of what anybody wrote.
//
// A message may hold anything: a title, a line of a brief, a path that is a title in short. So none is taken as it is; the engine's own
// sentences are, as far as they hold no value, and what the disk answered is told by its code.

/** What is known of an error on either side of the door. */
export type Fault = { name: string; message: string; stack: string; code?: string; syscall?: string }

/** Sentences of V8 that name nothing but its own notions. */
const harmless = [
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:array length|string length|time value|typed array length)/,
  /^Assignment to constant variable\.$/,
  /^Array buffer allocation failed$/,
  /^The operation was aborted/,
  /^Converting circular structure to JSON/,
]

/** Any value as a fault; what was thrown need not be an error. */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { name: `thrown ${typeof thrown}`, message: '', stack: '' }
  const { name, message, stack = '', code, syscall } = thrown as NodeJS.ErrnoException
  return {
    name,
    message,
    stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof syscall === 'string' ? { syscall } : {}),
  }
}

/** Lines for the log: what it was, then where, the innermost first; no more than 30 places. */
export function describeFault({ name, message, stack, code, syscall }: Fault): string[] {
  const said = harmless.map(sentence => sentence.exec(message)?.[0]).find(found => found !== undefined)
  const answered = [code, syscall].filter(
    word => word !== undefined && /^[A-Z_0-9]{2,40}$|^[a-z]{2,20}$/.test(word),
  )
  const what = [/^(?:thrown )?\w{1,40}$/.test(name) ? name : 'Error', ...answered].join(' ')
  // The stack begins with the message, in which lines may look like places.
  const begin = stack.indexOf(message)
  const after = begin === -1 ? '' : stack.slice(begin + message.length)
  const places = after.split('\n').flatMap(placeIn).slice(0, 30)
  return [said ? `${what}: ${said}` : what, ...places.map(place => `    at ${place}`)]
}

/** A file of the app or a module of Node with line and column: of any other path nothing is told. */
const location = /(out\/(?:main|preload|renderer)\/[\w./-]+|assets\/[\w.-]+\.js|node:[\w/]+):(\d+):(\d+)\)?$/

function placeIn(line: string): string[] {
  const [, called = ''] = /^\s*at (.*)$/.exec(line) ?? []
  const [, file, row, column] = location.exec(called) ?? []
  if (!file) return []
  const [, name = 'a function without a name'] =
    /^(?:async |new )?([\w$.#<>]{1,80})(?: \[as [\w$]+\])? \(/.exec(called) ?? []
  return [`${name} (${file}:${row}:${column})`]
}
