import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startSandbox } from '../../sandbox/start.ts'
import { interruptSignal } from '../interrupt.ts'
import { openHost } from '../host.ts'
import { style } from '../style.ts'
import { problemSentence } from '../../wording/problems.ts'
import type { Api } from '../../contract/calls.ts'
import type { CallContext } from '../../core/core-context.ts'
import { type Chapter, chapters } from './chapters.ts'
import { tokenDetails } from './details.ts'
import { detailsText, runText } from './print.ts'

/** In milliseconds; the demo takes a second or two, and must never hang. */
const timeLimit = 60_000

/** `ccx demo`: the whole flow through the same core as the window, in memory only. */
export async function demo(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  const signal = AbortSignal.any([interruptSignal(), AbortSignal.timeout(timeLimit)])
  const sandbox = await startSandbox()
  const host = openHost(sandbox.facts)
  try {
    const environments = await host.api.listEnvironments(undefined, { flowId: randomUUID(), signal })
    const environmentId = environments.find(({ provider }) => provider === 'sandbox')?.id ?? ''
    process.stdout.write(welcome(sandbox.facts.issuer, sandbox.facts.api))
    return await runAll({ api: host.api, environmentId, signal })
  } finally {
    host.close()
    await sandbox.close()
  }
}

interface Tour {
  api: Api<CallContext>
  environmentId: string
  signal: AbortSignal
}

/** The first run that does not end as expected is the last. */
async function runAll(tour: Tour): Promise<number> {
  for (const [index, chapter] of chapters.entries()) {
    process.stdout.write(`\n${style('bold', `${index + 1}. ${chapter.title}`)}\n${style('dim', chapter.purpose)}\n\n`)
    if (!(await isAsExpected(tour, chapter))) {
      process.stdout.write(`\nThe demo ends here: run ${index + 1} of ${chapters.length} did not go as expected.\n`)
      return 1
    }
  }
  process.stdout.write(`\n${style('green', '✓')} All ${chapters.length} runs went as expected.\n`)
  return 0
}

/** Runs a chapter and prints it. */
async function isAsExpected({ api, environmentId, signal }: Tour, chapter: Chapter): Promise<boolean> {
  const { scenario, path, expected, meaning, hasDetails } = chapter
  const context = { flowId: randomUUID(), signal }
  const calls = await api.listApiCalls({ environmentId }, context)
  const callId = calls.find(({ method, url }) => method === 'GET' && url.endsWith(path))?.id ?? null
  const choice = { environmentId, scenario, tokenChoice: 'new', callId, scope: '', from: null } as const
  const outcome = await api.runFlow(choice, context)
  if (outcome.kind === 'not_sent') {
    for (const problem of outcome.problems) process.stdout.write(`     ${problemSentence(problem)}\n`)
    return false
  }
  const { run } = outcome
  process.stdout.write(runText(run))
  if (run.state !== expected) return false
  process.stdout.write(`     ${style('green', meaning)}\n`)
  if (!hasDetails) return true
  for (const { title, details } of await tokenDetails(api, context, environmentId))
    process.stdout.write(detailsText(title, details))
  return true
}

function welcome(issuer: string, api: string): string {
  return [
    style('bold', 'The OAuth 2.0 client-credentials flow, step by step'),
    `An authorization server (${issuer}) and a protected API (${api}) run on this computer, for this demo only.`,
    '',
  ].join('\n')
}
