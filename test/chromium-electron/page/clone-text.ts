// Structured clone as text, because the DevTools protocol carries nothing else between Node and a page.
// These functions also run inside pages, as source: each uses nothing outside itself.

/** `value` as text; throws "An object could not be cloned." for what structured clone refuses. */
export function cloneToText(value: unknown): string {
  type Node = null | boolean | number | string | readonly unknown[]
  const refused = () => new Error('An object could not be cloned.')
  const table: Node[] = []
  const seen = new Map<object, number>()

  const base64 = (bytes: Uint8Array): string => {
    if ('Buffer' in globalThis)
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    const parts: string[] = []
    for (let start = 0; start < bytes.length; start += 0x8000) {
      parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)))
    }
    return btoa(parts.join(''))
  }

  const inTable = (object: object): Node => {
    if (Array.isArray(object)) {
      return [
        'array',
        object.length,
        ...Object.keys(object).flatMap(key => [key, write(Reflect.get(object, key))]),
      ]
    }
    if (object instanceof Date) return ['date', write(object.getTime())]
    if (object instanceof RegExp) return ['regexp', object.source, object.flags]
    if (object instanceof Map)
      return ['map', ...[...object].flatMap(([key, item]) => [write(key), write(item)])]
    if (object instanceof Set) return ['set', ...[...object].map(write)]
    if (object instanceof ArrayBuffer) return ['buffer', base64(new Uint8Array(object))]
    if (ArrayBuffer.isView(object)) {
      const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength)
      return ['view', Object.prototype.toString.call(object).slice(8, -1), base64(bytes)]
    }
    if (object instanceof Error) {
      const cause = 'cause' in object ? [write(object.cause)] : []
      return ['error', object.name, object.message, object.stack ?? '', ...cause]
    }
    if (
      object instanceof Boolean ||
      object instanceof Number ||
      object instanceof String ||
      object instanceof BigInt
    ) {
      return ['boxed', write(object.valueOf())]
    }
    // What is left of the clone is either plain or of a kind (Blob, ImageData…) that Electron does not carry either.
    if (Object.prototype.toString.call(object) !== '[object Object]') throw refused()
    return ['object', ...Object.entries(object).flatMap(([key, item]) => [key, write(item)])]
  }

  const write = (item: unknown): Node => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
    if (item === undefined) return ['undefined']
    if (typeof item === 'bigint') return ['bigint', String(item)]
    if (typeof item === 'number') {
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : ['number', Object.is(item, -0) ? '-0' : String(item)]
    }
    if (typeof item !== 'object') throw refused()
    const known = seen.get(item)
    if (known !== undefined) return ['at', known]
    const index = table.length
    seen.set(item, index)
    table.push(null)
    table[index] = inTable(item)
    return ['at', index]
  }

  let clone: unknown
  try {
    clone = structuredClone(value)
  } catch {
    throw refused()
  }
  // Most of what crosses is plain, and a tree of it is its own text: a hundred times the speed for long lists.
  const nodes = new Set<object>()
  const isPlainTree = (item: unknown): boolean => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return true
    if (typeof item === 'number') return Number.isFinite(item) && !Object.is(item, -0)
    if (typeof item !== 'object' || nodes.has(item)) return false
    nodes.add(item)
    if (Array.isArray(item))
      return Object.keys(item).length === item.length && Array.from(item).every(isPlainTree)
    return (
      Object.prototype.toString.call(item) === '[object Object]' && Object.values(item).every(isPlainTree)
    )
  }
  if (isPlainTree(clone)) return `=${JSON.stringify(clone)}`
  const root = write(clone)
  return JSON.stringify([root, table])
}

/** The value that `cloneToText` was given. */
export function textToClone(text: string): unknown {
  type Node = null | boolean | number | string | readonly [string, ...unknown[]]
  if (text.startsWith('=')) return JSON.parse(text.slice(1))
  const [root, table] = JSON.parse(text) as [Node, readonly Node[]]
  const made = new Map<number, unknown>()
  const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
    if ('Buffer' in globalThis) return new Uint8Array(Buffer.from(base64, 'base64'))
    return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  }
  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }
  const views: Record<string, new (buffer: ArrayBuffer) => unknown> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }

  const build = (index: number): unknown => {
    const [kind, ...parts] = table[index] as readonly [string, ...Node[]]
    const keep = <T>(value: T): T => {
      made.set(index, value)
      return value
    }
    switch (kind) {
      case 'array':
      case 'object': {
        const start = kind === 'array' ? 1 : 0
        const object = keep(kind === 'array' ? new Array(parts[0] as number) : {})
        for (let at = start; at < parts.length; at += 2) {
          Object.defineProperty(object, parts[at] as string, {
            value: read(parts[at + 1] as Node),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
        return object
      }
      case 'date':
        return keep(new Date(read(parts[0] as Node) as number))
      case 'regexp':
        return keep(new RegExp(parts[0] as string, parts[1] as string))
      case 'map': {
        const map = keep(new Map())
        for (let at = 0; at < parts.length; at += 2)
          map.set(read(parts[at] as Node), read(parts[at + 1] as Node))
        return map
      }
      case 'set': {
        const set = keep(new Set())
        for (const part of parts) set.add(read(part))
        return set
      }
      case 'buffer':
        return keep(bytesOf(parts[0] as string).buffer)
      case 'view': {
        const View = views[parts[0] as string]
        if (!View) throw new Error('An object could not be cloned.')
        return keep(new View(bytesOf(parts[1] as string).buffer))
      }
      case 'error': {
        const error = keep(new (errors[parts[0] as string] ?? Error)(parts[1] as string))
        Object.defineProperty(error, 'stack', { value: parts[2], writable: true, configurable: true })
        if (parts.length > 3)
          Object.defineProperty(error, 'cause', {
            value: read(parts[3] as Node),
            writable: true,
            configurable: true,
          })
        return error
      }
      default:
        return keep(Object(read(parts[0] as Node)))
    }
  }

  const read = (node: Node): unknown => {
    if (node === null || typeof node !== 'object') return node
    const [kind, part] = node
    if (kind === 'undefined') return undefined
    if (kind === 'bigint') return BigInt(part as string)
    if (kind === 'number') return Number(part)
    const index = part as number
    return made.has(index) ? made.get(index) : build(index)
  }

  return read(root)
}
