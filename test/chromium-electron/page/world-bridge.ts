// contextBridge: values and functions pass between the preload's isolated world and the page's own world by
// CustomEvents, the one thing both worlds see; each world reads a structured clone of `detail`, never the object.
// Runs inside pages, as source, once in each world: it uses nothing outside itself.

export interface WorldBridge {
  /** Defines `window[key]` in the other world. */
  expose(key: string, api: unknown): void
  /** Calls what the other world named by `offer`; used by the stand-in's own scripts. */
  call(name: string, args: readonly unknown[]): unknown
  offer(name: string, listener: (...args: never[]) => unknown): void
}

/** `side` and `otherSide` are event names that a page cannot guess. */
export function connectWorlds(side: string, otherSide: string): WorldBridge {
  type Node = readonly [kind: string, value?: unknown, name?: string]
  interface Message {
    readonly kind: 'call' | 'settle' | 'expose' | 'reply'
    readonly id: number | string
    readonly ok?: boolean
    readonly nodes: readonly Node[]
  }
  type Callable = (...args: unknown[]) => unknown

  // Taken before any script of the page runs, so that the page cannot listen in by replacing them.
  const { apply, ownKeys, getPrototypeOf, defineProperty } = Reflect
  const { freeze, prototype: plain } = Object
  const CleanEvent = CustomEvent
  const CleanPromise = Promise
  const CleanError = Error
  const CleanMap = Map
  const cloneOf = structuredClone
  const isArray = Array.isArray
  const dispatch = EventTarget.prototype.dispatchEvent
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown
  const then = Promise.prototype.then
  const mapGet = Map.prototype.get
  const mapSet = Map.prototype.set
  const mapDelete = Map.prototype.delete
  const weakGet = WeakMap.prototype.get
  const weakSet = WeakMap.prototype.set
  const target = window

  const offered = new CleanMap<number | string, Callable>()
  const idOf = new WeakMap<object, number>()
  const pending = new CleanMap<
    number | string,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >()
  const proxies = new WeakMap<object, number>()
  let lastId = 0
  let reply: Message | undefined
  let hasLiveParts = false

  const refused = () => new CleanError('An object could not be cloned.')
  const messageOf = (error: unknown) => (error instanceof CleanError ? error.message : `${error}`)

  const post = (message: Message): void => {
    apply(dispatch, target, [new CleanEvent(otherSide, { detail: message })])
  }

  const settleLater = (id: number, promise: Promise<unknown>): void => {
    apply(then, promise, [
      (value: unknown) => {
        let nodes: Node[]
        try {
          nodes = [writeChecked(value)]
        } catch (error) {
          post({ kind: 'settle', id, ok: false, nodes: [['value', messageOf(error)]] })
          return
        }
        post({ kind: 'settle', id, ok: true, nodes })
      },
      (error: unknown) => post({ kind: 'settle', id, ok: false, nodes: [['value', messageOf(error)]] }),
    ])
  }

  /** Plain data is cloned once for the check alone: a Proxy looks plain, and only cloning refuses it. */
  const writeChecked = (value: unknown): Node => {
    hasLiveParts = false
    const node = write(value, 0)
    if (!hasLiveParts && typeof value === 'object' && value !== null) {
      try {
        cloneOf(value)
      } catch {
        throw refused()
      }
    }
    return node
  }

  const write = (value: unknown, depth: number): Node => {
    if (typeof value === 'function' || value instanceof CleanPromise) hasLiveParts = true
    if (depth > 1000) throw new CleanError('An object nested too deeply cannot cross the context bridge.')
    if (typeof value === 'function') {
      const proxied = apply(weakGet, proxies, [value]) as number | undefined
      if (proxied !== undefined) return ['home', proxied]
      let id = apply(weakGet, idOf, [value]) as number | undefined
      if (id === undefined) {
        lastId += 1
        id = lastId
        apply(weakSet, idOf, [value, id])
        apply(mapSet, offered, [id, value])
      }
      return ['function', id]
    }
    if (typeof value === 'symbol') throw refused()
    if (typeof value !== 'object' || value === null) return ['value', value]
    if (value instanceof CleanPromise) {
      lastId += 1
      settleLater(lastId, value)
      return ['promise', lastId]
    }
    if (value instanceof CleanError) return ['error', value.message]
    if (isArray(value)) {
      const items: Node[] = []
      for (let index = 0; index < value.length; index += 1) {
        defineProperty(items, index, { value: write(value[index], depth + 1), enumerable: true })
      }
      return ['array', items]
    }
    const prototype = getPrototypeOf(value)
    if (prototype === plain || prototype === null) {
      const entries: [string, Node][] = []
      for (const key of ownKeys(value)) {
        if (typeof key === 'symbol') throw refused()
        defineProperty(entries, entries.length, {
          value: [key, write((value as Record<string, unknown>)[key], depth + 1)],
          enumerable: true,
        })
      }
      return ['object', entries]
    }
    try {
      return ['value', cloneOf(value)]
    } catch {
      throw refused()
    }
  }

  const read = (node: Node): unknown => {
    const [kind, value] = node
    switch (kind) {
      case 'function':
        return proxyOf(value as number)
      case 'home':
        return apply(mapGet, offered, [value])
      case 'error':
        return new CleanError(value as string)
      case 'promise':
        return new CleanPromise((resolve, reject) => {
          apply(mapSet, pending, [value, { resolve, reject }])
        })
      case 'array': {
        const items = value as readonly Node[]
        const array: unknown[] = []
        for (let index = 0; index < items.length; index += 1) array[index] = read(items[index] as Node)
        return array
      }
      case 'object': {
        const object = {}
        for (const [key, item] of value as readonly [string, Node][]) {
          defineProperty(object, key, {
            value: read(item),
            enumerable: true,
            writable: true,
            configurable: true,
          })
        }
        return object
      }
      default:
        return value
    }
  }

  const readAll = (nodes: readonly Node[]): unknown[] => {
    const values: unknown[] = []
    for (let index = 0; index < nodes.length; index += 1) values[index] = read(nodes[index] as Node)
    return values
  }

  const call = (id: number | string, args: readonly unknown[]): unknown => {
    const nodes: Node[] = []
    for (let index = 0; index < args.length; index += 1) nodes[index] = writeChecked(args[index])
    const outer = reply
    reply = undefined
    post({ kind: 'call', id, nodes })
    const answer = reply as Message | undefined
    reply = outer
    if (!answer) throw new CleanError('The other side of the context bridge is gone.')
    const value = read(answer.nodes[0] as Node)
    if (!answer.ok) throw new CleanError(value as string)
    return value
  }

  const proxyOf = (id: number): Callable => {
    const proxy = (...args: unknown[]) => call(id, args)
    apply(weakSet, proxies, [proxy, id])
    return proxy
  }

  const freezeDeep = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    freeze(value)
    for (const key of ownKeys(value)) freezeDeep((value as Record<PropertyKey, unknown>)[key])
  }

  const answerCall = (message: Message): void => {
    try {
      const listener = apply(mapGet, offered, [message.id]) as Callable | undefined
      if (!listener) throw new CleanError('No such function on the other side of the context bridge.')
      post({
        kind: 'reply',
        id: message.id,
        ok: true,
        nodes: [writeChecked(apply(listener, undefined, readAll(message.nodes)))],
      })
    } catch (error) {
      post({ kind: 'reply', id: message.id, ok: false, nodes: [['value', messageOf(error)]] })
    }
  }

  target.addEventListener(side, event => {
    const message = apply(detailOf, event, []) as Message
    if (message.kind === 'reply') {
      reply = message
    } else if (message.kind === 'call') {
      answerCall(message)
    } else {
      const waiting = apply(mapGet, pending, [message.id]) as
        | { resolve(value: unknown): void; reject(error: unknown): void }
        | undefined
      apply(mapDelete, pending, [message.id])
      const value = read(message.nodes[0] as Node)
      if (message.ok) waiting?.resolve(value)
      else waiting?.reject(new CleanError(value as string))
    }
  })

  apply(mapSet, offered, [
    'expose',
    (key: string, api: unknown) => {
      if (key in target)
        throw new CleanError(`Cannot bind an API on top of an existing property on the window object`)
      freezeDeep(api)
      defineProperty(target, key, { value: api, enumerable: true, writable: false, configurable: false })
    },
  ])

  return {
    expose: (key, api) => {
      call('expose', [key, api])
    },
    call,
    offer: (name, listener) => {
      apply(mapSet, offered, [name, listener])
    },
  }
}
