import { defineConfig } from '@playwright/test'

export default defineConfig({
  outputDir: 'test-results',
  // Bounds for a loaded machine, which no test comes near otherwise: none asserts how long something takes.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'screenshots', testDir: 'test/screenshots', workers: 1 },
  ],
})
