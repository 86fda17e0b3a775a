import type { LastOutcome, RememberedCall } from '../../electron/contract/last-outcome.ts'
import { call } from '../host.ts'
import { noteApiAnswer, verdictOnToken } from './note-api-answer.ts'
import { apiCallSubject, done } from '../state/runs.ts'

/** What the last runs gave: for a window that starts again while the app runs, and after an act of a flow. @throws what kept the call from being made */
export async function takeLastOutcomes(): Promise<void> {
  const last = await call('listLastOutcomes', undefined)
  for (const one of last.requestToken) put('requestToken', one.input.environmentId, one)
  for (const one of last.introspectToken) put('introspectToken', one.input.environmentId, one)
  for (const one of last.revokeToken) put('revokeToken', one.input.environmentId, one)
  for (const one of last.sendApiCall) {
    const { environmentId, callId } = one.input
    if (callId !== undefined) put('sendApiCall', apiCallSubject(environmentId, callId), one)
  }
  for (const { input, outcome, of } of newestVerdicts(last.sendApiCall))
    void noteApiAnswer(input.environmentId, outcome, of)
}

/** Of each environment, the newest answer that says whether the API takes its token. */
function newestVerdicts(answers: readonly LastOutcome<'sendApiCall'>[]): LastOutcome<'sendApiCall'>[] {
  const newest = new Map<string, LastOutcome<'sendApiCall'>>()
  for (const one of answers) {
    const { environmentId } = one.input
    const before = newest.get(environmentId)
    if (verdictOnToken(one.outcome) !== null && (before === undefined || before.at < one.at))
      newest.set(environmentId, one)
  }
  return [...newest.values()]
}

/** What came meanwhile is newer. */
function put<Name extends RememberedCall>(name: Name, subject: string, last: LastOutcome<Name>): void {
  const known = done[name].get(subject)
  if (known === null || known.at < last.at) done[name].set(subject, { ...last, error: null })
}
