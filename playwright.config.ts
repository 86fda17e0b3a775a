import { defineConfig } from '@playwright/test'

export default defineConfig({
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'screenshots', testDir: 'test/screenshots', workers: 1 },
  ],
})
