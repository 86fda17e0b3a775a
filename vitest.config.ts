import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // By default one core of two stays idle, and many tests only wait.
    maxWorkers: '100%',
    // Files share the modules of a worker: loading them for each file costs more than most tests, and none of them keeps state.
    isolate: false,
    testTimeout: 45_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
