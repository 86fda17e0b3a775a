import type { EnvironmentInput } from '../../contract/environment.ts'
import type { CallContext } from '../../core/core-context.ts'
import { allowing } from '../allowing.ts'
import { linesOfDiagnosis } from '../diagnosis-lines.ts'
import { tokenProblemLines } from '../problem-lines.ts'
import { say } from '../say.ts'
import type { Subject } from './subject.ts'

/**
 * Requests one token, and reads metadata and key set where their addresses are known, so that there is something to review.
 * False where no token came, which is said.
 */
export async function askServer(
  { host: { api, workspace }, environmentId }: Subject,
  allowed: ReadonlySet<string>,
  context: CallContext,
): Promise<boolean> {
  const value = workspace.environments.get(environmentId)?.value
  if (value === undefined) return false
  const outcome = await allowing(
    api,
    { environmentId, allowed },
    context,
    () => api.requestToken({ environmentId }, context),
    (each) => (each.kind === 'not_sent' ? each.problems : []),
  )
  if (outcome.kind !== 'issued') {
    if ('findings' in outcome) for (const line of linesOfDiagnosis(outcome)) say(line)
    for (const line of tokenProblemLines(outcome)) say(line)
  }
  await readPublished(api, { environmentId, value }, context)
  return outcome.kind === 'issued'
}

/** What of it cannot be read, the review says. */
async function readPublished(
  api: Subject['host']['api'],
  { environmentId, value }: { environmentId: string; value: EnvironmentInput },
  context: CallContext,
): Promise<void> {
  const { issuer, jwks_uri, stage, network } = value
  const unsaved = { environmentId, secrets: {}, stage, network }
  if (issuer !== '') await api.discover({ ...unsaved, issuer }, context)
  if (jwks_uri !== '') await api.listKeys({ ...unsaved, jwks_uri }, context)
}
