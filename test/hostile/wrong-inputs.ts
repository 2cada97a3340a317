// What a window that was taken over could ask for: requests that nearly fit, and everything that never should.
import * as z from 'zod'
import { type RequestName, requestNames } from '../../shared/request-names.ts'
import { requestInputs } from '../../shared/requests.ts'
import { randomFrom } from '../bench/random.ts'

export type WrongRequest = { name: RequestName; input: unknown }

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

const deep = (levels: number) => {
  let made: unknown = 'x'
  for (let level = 0; level < levels; level++) made = level % 2 ? [made] : { of: made }
  return made
}

/** Made anew each time, so that nobody changes them for the next. */
const nasty: (() => unknown)[] = [
  ...[null, undefined, true, false, 0, -1, -0, 1.5, 1e308, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    '%00',
    '__proto__',
    'constructor',
    'toString',
    'CON',
    'a\nb',
    '{}',
    '2025-02-30',
  ],
  ...[
    '../../outside/kept.txt',
    '../outside',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\host\\share',
    'file:///etc/passwd',
  ],
  ...[
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    'a'.repeat(200_000),
    '> '.repeat(3000),
    ':quote['.repeat(2000),
  ],
  ...[10n, '10'.repeat(400)],
].map(value => () => value)
nasty.push(
  () => [],
  () => ({}),
  () => new Array(50_000).fill('x'),
  () => deep(4000),
  () => new Uint8Array(1000).fill(255),
  () => new Date(Number.NaN),
  () => new Map([['id', 'x']]),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  () => ({ constructor: { prototype: { polluted: true } } }),
)

/** Requests drawn with a seed; `ids` are of records that there are. */
export function wrongRequests(seed: number, ids: readonly string[]): () => WrongRequest {
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const schemas = new Map(
    requestNames.map(name => [
      name,
      z.toJSONSchema(requestInputs[name], { io: 'input', unrepresentable: 'any' }) as Schema,
    ]),
  )

  function fitting(schema: Schema, name = ''): unknown {
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return fitting(pick(choices), name)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return pick(schema.enum)
    switch (schema.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, of]) => [key, fitting(of, key)]),
        )
      case 'array':
        return Array.from({ length: Math.floor(random() * 3) }, () => fitting(schema.items ?? {}, name))
      case 'string':
        if (/^(?:id|ids|source|brief|record|into)$/i.test(name)) return pick(ids)
        return pick([
          'words',
          '2025-05-03',
          '2025-05-03T10:00:00.000Z',
          'https://example.org/',
          'en',
          'kind:brief',
        ])
      case 'integer':
      case 'number':
        return Math.floor(random() * 20)
      case 'boolean':
        return random() < 0.5
      case 'null':
        return null
      default:
        return pick([new Uint8Array([1, 2, 3]), 'words', null])
    }
  }

  /** The input with something in it that does not fit, at any depth. */
  function spoiled(input: unknown): unknown {
    const bad = () => pick(nasty)()
    if (typeof input !== 'object' || input === null || input instanceof Uint8Array || random() < 0.1)
      return bad()
    if (Array.isArray(input)) {
      const place = Math.floor(random() * (input.length + 1))
      return input.toSpliced(place, 1, random() < 0.5 ? bad() : spoiled(input[place]))
    }
    const own = { ...(input as Record<string, unknown>) }
    const key = pick(Object.keys(own).concat('__proto__', 'extra'))
    if (!(key in own) || key === '__proto__') {
      Object.defineProperty(own, key, { value: bad(), enumerable: true, configurable: true })
    } else if (random() < 0.15) delete own[key]
    else own[key] = random() < 0.6 ? bad() : spoiled(own[key])
    return own
  }

  return () => {
    const name = pick(requestNames)
    const fits = fitting(schemas.get(name) ?? {})
    const way = random()
    return { name, input: way < 0.3 ? fits : way < 0.9 ? spoiled(fits) : pick(nasty)() }
  }
}
