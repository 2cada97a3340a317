import { defineConfig } from '@playwright/test'

// One project: the fixture starts Electron where its binary is installed, and the stand-in otherwise.
export default defineConfig({
  testDir: 'test/end-to-end',
  // Each app has a library and a profile of its own, and waits more than it works.
  workers: 2,
  retries: 0,
  // A save waits for the disk, and a busy machine's disk may take seconds; no test is about time.
  expect: { timeout: 20_000 },
  timeout: 180_000,
  forbidOnly: true,
  // What a screen reader is told is the same on every system.
  snapshotPathTemplate: '{testDir}/screen-reader/{arg}{ext}',
  outputDir: 'out/test-results/end-to-end',
  reporter: [['list'], ['json', { outputFile: 'out/test-results/end-to-end.json' }]],
})
