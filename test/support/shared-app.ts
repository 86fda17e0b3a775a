import { attachWhatWentWrong, type Explorer, test as own } from './electron.ts'

export { expect } from '@playwright/test'

/**
 * Playwright's test, in an app that the tests of a worker share, as starting one costs more than most of them. For tests that
 * leave its settings and its built-in environments as they were, and do not depend on tokens or exchanges of others.
 */
export const test = own.extend({
  explorer: async ({ lentApp }, use, testInfo) => {
    const { app, window, output, consoleErrors } = await lentApp.lend()
    const before = { output: output().length, errors: consoleErrors.length }
    const explorer: Explorer = {
      app,
      window,
      profile: lentApp.profile,
      output: () => output().slice(before.output),
      get consoleErrors() {
        return consoleErrors.slice(before.errors)
      },
      restart: () => Promise.reject(new Error('Other tests use this app too: restart the one of electron.ts.')),
    }
    await use(explorer)
    await attachWhatWentWrong(testInfo, explorer)
  },
})
