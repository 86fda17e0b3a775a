import type { CallInput, CallOutput } from '../../contract/calls.ts'
import type { LastOutcome, LastOutcomes, RememberedCall } from '../../contract/last-outcome.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import type { LastOutcomeMaps } from '../session.ts'

type OutcomeDeps = WithSession<'lastOutcomes' | 'tokens'> & WithWorkspace<'environments'> & Pick<Ports, 'now'>

/** Of each call. The answer to an introspection may have a megabyte. */
const mostKept = 50

/** Makes a call, and keeps what it gave, while the app runs, as the last of its environment, or of its API call. */
export async function remembering<Name extends RememberedCall>(
  { session, workspace, now }: OutcomeDeps,
  name: Name,
  input: LastOutcome<Name>['input'] & CallInput<Name>,
  run: () => Promise<CallOutput<Name> & LastOutcome<Name>['outcome']>,
): Promise<CallOutput<Name>> {
  const of = session.tokens.get(input.environmentId)?.held.exchangeId ?? ''
  const outcome = await run()
  // It may have been deleted meanwhile, and then nothing of it is kept.
  if (!workspace.environments.has(input.environmentId)) return outcome
  const outcomes: LastOutcomeMaps[Name] = session.lastOutcomes[name]
  const key = keyOf(input)
  outcomes.delete(key)
  outcomes.set(key, { input, outcome, of, at: now() })
  const [oldest] = outcomes.keys()
  if (oldest !== undefined && outcomes.size > mostKept) outcomes.delete(oldest)
  return outcome
}

export function lastOutcomes({ session: { lastOutcomes: kept } }: WithSession<'lastOutcomes'>): LastOutcomes {
  return {
    requestToken: [...kept.requestToken.values()],
    introspectToken: [...kept.introspectToken.values()],
    revokeToken: [...kept.revokeToken.values()],
    sendApiCall: [...kept.sendApiCall.values()],
  }
}

const keyOf = ({ environmentId, callId = '' }: { environmentId: string; callId?: string | undefined }) =>
  `${environmentId} ${callId}`
