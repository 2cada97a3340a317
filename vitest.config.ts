import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/property-seed.ts'],
    globalSetup: ['test/run-folder.ts'],
    exclude: ['test/end-to-end/**', 'test/fixtures/**', 'node_modules/**'],
    // Starting a browser takes seconds on a small machine; nothing here measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A browser is waited for most of the time, and each core can wait for one.
    maxWorkers: '100%',
    expect: { poll: { timeout: 30_000 } },
  },
})
