import { runTool } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'

/** @typedef {readonly [title: string, tool: string, args: readonly string[]]} Check */

// Each of several checkers would infer what most files share by itself: one is as fast, and leaves a core to the other checks.
/** @type {Check} */
const types = ['Types', 'node_modules/typescript/bin/tsc', ['--build', '--checkers', '1']]

/** @type {readonly Check[]} */
const others = [
  ['Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['Format', 'node_modules/oxfmt/bin/oxfmt', ['--check']],
  ['Dead code', 'node_modules/knip/bin/knip.js', ['--no-progress']],
]

/** The compiler of types collects garbage at four times what it holds, not at twice: memory is there, and time is not. */
const env = { GOGC: '400', ...process.env }

/**
 * Runs every check to its end, so that one run shows all that is wrong: types beside the others, which go one by one.
 *
 * @returns {Promise<number>} how many failed
 */
export async function check() {
  const failed = await Promise.all([failuresOf([types]), failuresOf(others)])
  return failed.reduce((sum, count) => sum + count, 0)
}

/** @param {readonly Check[]} checks run one after the other */
async function failuresOf(checks) {
  let failed = 0
  for (const [title, tool, args] of checks) {
    try {
      await step(title, async () => {
        if ((await runTool(tool, args, { env })) !== 0) throw new Remedy(`${title}: see above.`)
      })
    } catch (error) {
      if (!(error instanceof Remedy)) throw error
      failed += 1
    }
  }
  return failed
}
