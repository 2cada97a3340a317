// What the stand-in does not implement throws, so that nobody comes to rely on a silent undefined.
import { EventEmitter } from 'node:events'

// Looked up by promises, serializers and inspectors on any object they meet.
const askedOfAnything = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  'domain',
  'default',
  '__esModule',
  'captureRejections',
])

/** The error for a part of Electron's API which the stand-in lacks. */
export function notInTheStandIn(what: string): Error {
  return new Error(`not in the stand-in: ${what}`)
}

function throwingPrototype(name: string, fallback: object): object {
  return new Proxy(fallback, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || askedOfAnything.has(key)) {
        return Reflect.get(target, key, receiver)
      }
      throw notInTheStandIn(`${name}.${key}`)
    },
  })
}

/** Makes reading a property that `object` does not have throw. The object itself stays plain and mutable. */
export function strictly<T extends object>(name: string, object: T): T {
  return Object.setPrototypeOf(object, throwingPrototype(name, Object.prototype))
}

/** A whole module or class that the stand-in lacks: it can be imported, and any use of it throws. */
export function absent(name: string): never {
  const refuse = () => {
    throw notInTheStandIn(name)
  }
  return new Proxy(function absentFromTheStandIn() {}, {
    get(target, key) {
      if (typeof key === 'symbol' || askedOfAnything.has(key)) return Reflect.get(target, key)
      throw notInTheStandIn(`${name}.${key}`)
    },
    set: refuse,
    apply: refuse,
    construct: refuse,
  }) as never
}

/** Throws where `options` has a key that the stand-in would silently ignore. */
export function refuseUnknownKeys(what: string, options: object, known: readonly string[]): void {
  for (const [key, value] of Object.entries(options)) {
    if (value !== undefined && !known.includes(key)) throw notInTheStandIn(`${what} ${key}`)
  }
}

/** An event as Electron's main process hands it out: `preventDefault()` and `defaultPrevented`. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** A fresh event carrying `details` as own properties. */
export function createEvent<T extends object>(details: T): T & PreventableEvent {
  let prevented = false
  return Object.defineProperties(
    { ...details },
    {
      defaultPrevented: { get: () => prevented, enumerable: true },
      preventDefault: {
        value: () => {
          prevented = true
        },
      },
    },
  ) as T & PreventableEvent
}

const listening = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'] as const

/** An emitter whose unknown properties throw, as do listeners for events that it never emits. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    for (const method of listening) {
      const original = super[method]
      Object.defineProperty(this, method, {
        configurable: true,
        writable: true,
        value(this: EventEmitter, event: string | symbol, listener: (...args: unknown[]) => void) {
          if (typeof event === 'string' && !events.includes(event)) {
            throw notInTheStandIn(`${name} event '${event}'`)
          }
          return original.call(this, event, listener)
        },
      })
    }
  }
}

/** Makes a class and its instances throw for properties they lack; called once, after the class is declared. */
export function sealPrototype(name: string, ended: { readonly prototype: object }): void {
  for (const sealed of [ended, ended.prototype]) {
    Object.setPrototypeOf(sealed, throwingPrototype(name, Object.getPrototypeOf(sealed)))
  }
}
