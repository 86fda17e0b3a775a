import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{contract,core,cli,sandbox,shell,renderer,runtime,integration}/**/*.test.{ts,tsx}'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
