import { expect } from '@playwright/test'
import { vi } from 'vitest'

// A busy machine may take seconds for what takes milliseconds on another; no test is about time.
const timeout = 30_000

/** Playwright's `expect` for pages, with patience outside Playwright's own runner too. */
export const expectPage = expect.configure({ timeout })

/** Vitest's `vi.waitFor` with patience. */
export const waitFor = (callback: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(callback, { timeout })
