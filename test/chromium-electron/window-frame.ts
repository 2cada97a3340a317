// A window's place, size and state, kept here and in Chromium.
import type { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'
import type { PageTarget } from './browser.ts'
import type { DevtoolsSession, Protocol } from './devtools.ts'
import { createEvent } from './strict.ts'

type State = NonNullable<Protocol.Browser.WindowState>

const leaving: Partial<Record<State, string>> = {
  maximized: 'unmaximize',
  fullscreen: 'leave-full-screen',
  minimized: 'restore',
}
const entering: Partial<Record<State, string>> = {
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
  minimized: 'minimize',
}

export interface FrameOptions {
  readonly size: readonly [number, number]
  /** Whether `size` leaves the frame out. */
  readonly isContentSize: boolean
  readonly minimum: readonly [number, number]
  readonly position: readonly [number, number] | undefined
  /** Without one (headless), a window is all page. */
  readonly hasFrame: boolean
  readonly startsShown: boolean
}

/** Emits resize, move, maximize and the like on `window`. */
export class WindowFrame {
  readonly #window: EventEmitter
  readonly #options: FrameOptions
  readonly #page: () => Promise<PageTarget>
  #state: State = 'normal'
  #isShown: boolean
  #bounds: Rectangle
  #normal: Rectangle
  #content: readonly [number, number]

  constructor(window: EventEmitter, options: FrameOptions, page: () => Promise<PageTarget>) {
    this.#window = window
    this.#options = options
    this.#page = page
    const [width, height] = options.size
    const [x, y] = options.position ?? [0, 0]
    this.#bounds = { x, y, width, height }
    this.#normal = this.#bounds
    this.#content = options.size
    this.#isShown = options.startsShown
  }

  get state(): State {
    return this.#state
  }

  get bounds(): Rectangle {
    return { ...this.#bounds }
  }

  get normalBounds(): Rectangle {
    return { ...this.#normal }
  }

  get contentSize(): [number, number] {
    return [...this.#content]
  }

  /** Gives the new page its size. */
  async arrange({ id, browser }: PageTarget): Promise<void> {
    const [width, height] = this.#content
    const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', { targetId: id })
    const { position, hasFrame, isContentSize, startsShown } = this.#options
    if (position) {
      const [left, top] = position
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { left, top } })
    }
    if (hasFrame && !isContentSize) {
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } })
    } else {
      await browser.send('Browser.setContentsSize', { windowId, width, height })
    }
    if (!hasFrame) return
    const placed = await browser.send('Browser.getWindowBounds', { windowId })
    const { left = 0, top = 0, ...rest } = { ...bounds, ...placed.bounds }
    this.#bounds = { x: left, y: top, width: rest.width ?? width, height: rest.height ?? height }
    this.#normal = this.#bounds
    if (!startsShown) {
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
    }
  }

  /** Runs something on the window of the page, if it is still there. */
  #change(run: (browser: DevtoolsSession, windowId: number) => Promise<unknown>): void {
    this.#page()
      .then(async ({ id, browser }) => {
        const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: id })
        await run(browser, windowId)
      })
      .catch(() => {})
  }

  #setInChromium(bounds: Protocol.Browser.Bounds): void {
    this.#change((browser, windowId) => browser.send('Browser.setWindowBounds', { windowId, bounds }))
  }

  setState(state: State): void {
    const was = this.#state
    if (was === state) return
    this.#state = state
    this.#announce(was, state)
    if (this.#isShown) this.#setStateInChromium(state)
  }

  #setStateInChromium(state: State): void {
    this.#change(async (browser, windowId) => {
      const set = (windowState: State) =>
        browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
      // Chromium goes from one state to another by way of normal.
      await set('normal')
      if (state !== 'normal') await set(state)
    })
  }

  /** Off the screen or back on it, in the state it has; says nothing. */
  setShown(shown: boolean): void {
    this.#isShown = shown
    this.#setStateInChromium(shown ? this.#state : 'minimized')
  }

  setBounds(asked: Partial<Rectangle>): void {
    const next = { ...this.#bounds, ...asked }
    next.width = Math.max(next.width, this.#options.minimum[0])
    next.height = Math.max(next.height, this.#options.minimum[1])
    const before = this.#bounds
    this.#bounds = next
    this.#normal = next
    const { x, y, width, height } = next
    if (!this.#options.hasFrame) {
      this.#content = [width, height]
      this.#change((browser, windowId) =>
        browser.send('Browser.setContentsSize', { windowId, width, height }),
      )
    } else {
      this.#setInChromium({ left: x, top: y, width, height })
    }
    this.#announceMove(before, next)
  }

  setContentSize(width: number, height: number): void {
    if (!this.#options.hasFrame) {
      this.setBounds({ width, height })
      return
    }
    this.#content = [width, height]
    this.#change((browser, windowId) => browser.send('Browser.setContentsSize', { windowId, width, height }))
  }

  /** Looks what a person did to the window, and says what changed. */
  async look(): Promise<void> {
    if (!this.#options.hasFrame || !this.#isShown) return
    const { id, session, browser } = await this.#page()
    const { bounds } = await browser.send('Browser.getWindowForTarget', { targetId: id })
    const measured = await session.send('Page.getLayoutMetrics')
    this.#content = [measured.cssLayoutViewport.clientWidth, measured.cssLayoutViewport.clientHeight]
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    const before = this.#bounds
    const was = this.#state
    this.#state = windowState
    this.#bounds = { x: left, y: top, width, height }
    if (windowState === 'normal') this.#normal = this.#bounds
    this.#announceMove(before, this.#bounds)
    if (was !== windowState) this.#announce(was, windowState)
  }

  #announceMove(before: Rectangle, now: Rectangle): void {
    if (before.width !== now.width || before.height !== now.height)
      this.#window.emit('resize', createEvent({}))
    if (before.x !== now.x || before.y !== now.y) this.#window.emit('move', createEvent({}))
  }

  #announce(was: State, is: State): void {
    for (const name of [leaving[was], entering[is]]) if (name) this.#window.emit(name, createEvent({}))
  }
}
