import { existsSync, readFileSync, rmSync } from 'node:fs'
import { inRoot } from '../support/paths.mjs'
import { runTool } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'
import { skippedByPlaywright, skippedByVitest } from './skipped.mjs'

/** @typedef {{ passed: number, failed: number, skipped: import('./skipped.mjs').Skipped[] }} Counts */

const vitestResults = '.cache/results/vitest.json'
const playwrightResults = '.cache/results/playwright.json'

/**
 * Unit and integration tests, on the toolchain's Node.
 *
 * @returns {Promise<Counts>}
 */
export const unitTests = () =>
  counted('Unit and integration tests', vitestResults, async () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestResults}`]
    const code = await runTool('node_modules/vitest/vitest.mjs', ['run', ...reporters])
    const results = resultsIn(vitestResults)
    const { numPassedTests, numFailedTests } = results
    return { code, passed: numPassedTests, failed: numFailedTests, skipped: skippedByVitest(results) }
  })

/**
 * End-to-end tests, in the real app.
 *
 * @param {import('./electron.mjs').Electron} electron
 * @param {readonly string[]} [args] for Playwright
 * @returns {Promise<Counts>}
 */
export const endToEndTests = ({ executable }, args = []) =>
  counted('End-to-end tests', playwrightResults, async () => {
    const env = { ...process.env, CCX_ELECTRON: executable, PLAYWRIGHT_JSON_OUTPUT_FILE: inRoot(playwrightResults) }
    const code = await runTool('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], {
      env,
    })
    const results = resultsIn(playwrightResults)
    const { expected, unexpected, flaky } = results.stats
    return { code, passed: expected, failed: unexpected + flaky, skipped: skippedByPlaywright(results) }
  })

/**
 * A runner that fails without naming a test, or that ran none, counts as one failure.
 *
 * @param {string} title
 * @param {string} results
 * @param {() => Promise<Counts & { code: number }>} runTests
 */
async function counted(title, results, runTests) {
  rmSync(inRoot(results), { force: true })
  return step(
    title,
    async (say) => {
      const { code, passed, failed, skipped } = await runTests()
      const counts = { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, skipped }
      say(`${counts.passed} passed, ${counts.failed} failed`)
      return counts
    },
    (counts) => counts.failed === 0,
  )
}

/** @param {string} file */
function resultsIn(file) {
  if (!existsSync(inRoot(file))) throw new Remedy('The test runner ended without results; its own message is above.')
  return JSON.parse(readFileSync(inRoot(file), 'utf8'))
}
