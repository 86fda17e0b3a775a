import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startSandbox } from '../../sandbox/start.ts'
import { interruptSignal } from '../interrupt.ts'
import { openHost } from '../host.ts'
import { style } from '../style.ts'
import { callLedger, callLedgerRevoked, callOrders, callOrdersRevoked } from './api-steps.ts'
import { stepText } from './print.ts'
import {
  introspectActive,
  introspectInactive,
  readClaims,
  requestToken,
  revokeToken,
  verifyToken,
} from './token-steps.ts'
import type { Step, Tour } from './tour.ts'

const steps: readonly Step[] = [
  requestToken,
  readClaims,
  verifyToken,
  introspectActive,
  callOrders,
  callLedger,
  revokeToken,
  introspectInactive,
  callLedgerRevoked,
  callOrdersRevoked,
]

/** In milliseconds; the demo takes a second or two, and must never hang. */
const timeLimit = 60_000

/** `ccx demo`: the whole flow through the same core as the window, in memory only. */
export async function demo(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  const signal = AbortSignal.any([interruptSignal(), AbortSignal.timeout(timeLimit)])
  const sandbox = await startSandbox()
  const host = openHost(sandbox.facts)
  try {
    const context = { flowId: randomUUID(), signal }
    const environments = await host.api.listEnvironments(undefined, context)
    const environmentId = environments.find(({ provider }) => provider === 'sandbox')?.id ?? ''
    const environment = await host.api.getEnvironment({ environmentId }, context)
    if (environment === null) throw new Error('There is no environment for the sandbox.')
    process.stdout.write(welcome(sandbox.facts.issuer, sandbox.facts.api))
    return await run({ api: host.api, context, facts: sandbox.facts, environment })
  } finally {
    host.close()
    await sandbox.close()
  }
}

/** Each step builds on the one before, so the first that goes wrong is the last. */
async function run(tour: Tour): Promise<number> {
  for (const [index, step] of steps.entries()) {
    const report = await step.run(tour)
    const id = report.exchangeId
    const exchange = id === null ? null : await tour.api.getExchange({ id }, tour.context)
    process.stdout.write(stepText(index + 1, step, report, exchange))
    if (!report.asExpected) {
      process.stdout.write(`\nThe demo ends here: step ${index + 1} of ${steps.length} did not go as expected.\n`)
      return 1
    }
  }
  process.stdout.write(`\n${style('green', '✓')} All ${steps.length} steps went as expected.\n`)
  return 0
}

function welcome(issuer: string, api: string): string {
  return [
    style('bold', 'The OAuth 2.0 client-credentials flow, step by step'),
    `An authorization server (${issuer}) and a protected API (${api}) run on this computer, for this demo only.`,
    '',
  ].join('\n')
}
