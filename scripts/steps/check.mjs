import { runTool } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'

/** @type {readonly [title: string, tool: string, args: readonly string[]][]} */
const checks = [
  ['Types', 'node_modules/typescript/bin/tsc', ['--build']],
  ['Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['Format', 'node_modules/oxfmt/bin/oxfmt', ['--check']],
  ['Dead code', 'node_modules/knip/bin/knip.js', ['--no-progress']],
]

/**
 * Runs every check to its end, so that one run shows all that is wrong.
 *
 * @returns {Promise<number>} how many failed
 */
export async function check() {
  let failed = 0
  for (const [title, tool, args] of checks) {
    try {
      await step(title, async () => {
        if ((await runTool(tool, args)) !== 0) throw new Remedy(`${title}: see above.`)
      })
    } catch (error) {
      if (!(error instanceof Remedy)) throw error
      failed += 1
    }
  }
  return failed
}
