import type { NoProbe, PlannedRequest, ProbeResult, ProbeState } from '../../contract/review.ts'
import type { Probe } from '../../vocabulary/review.ts'
import { unclearText } from './unclear.ts'

/** What each probe is to show: so it should be. */
export const probeTitles: Readonly<Record<Probe, string>> = {
  published: 'Metadata and keys are published',
  introspection_open: 'Strangers cannot introspect',
  wrong_audience: 'Wrong audience is refused',
  changed_token: 'Changed token is refused',
  missing_scope: 'Missing scope is refused',
  revocation: 'Revocation takes effect',
  plain_http: 'Plain http is refused',
  rate_limit: 'Guessing is slowed down',
}

/** What a planned request is for. */
export const stepWords: Readonly<Record<PlannedRequest['step'], string>> = {
  read_metadata: 'Read the metadata',
  read_keys: 'Read the key set',
  request_token: 'Request a token for the probe',
  request_token_for_other_audience: 'Request a token for another audience',
  request_token_without_scope: 'Request a token without the scope',
  introspect_as_stranger: 'Introspect without credentials',
  introspect: 'Introspect the token',
  revoke: 'Revoke the token',
  call_api: 'Call the API',
  call_without_token: 'Call the API without a token',
  call_with_wrong_audience: 'Call the API with the token for another audience',
  call_with_changed_token: 'Call the API with a changed signature',
  call_without_scope: 'Call the API without the scope',
  call_with_revoked_token: 'Call the API with the revoked token',
  ask_by_http: 'Ask by plain http',
  wrong_credentials: 'Request a token with wrong credentials',
}

/** What goes along with a planned request. */
export const carriedWords: Readonly<Record<PlannedRequest['carries'], string>> = {
  nothing: 'no credentials',
  client_credentials: 'client credentials',
  token: 'a token of the probe',
  changed_token: 'a changed token',
  made_up_credentials: 'made-up credentials',
}

/** Why a probe cannot be sent. */
export const noProbeWords: Readonly<Record<NoProbe, string>> = {
  no_token_endpoint: 'No token endpoint is set',
  no_introspection_endpoint: 'No introspection endpoint is set',
  no_revocation_endpoint: 'No revocation endpoint is set',
  nothing_published: 'No issuer and no JWKS URI is set',
  no_safe_call: 'No saved GET or HEAD call uses the token of this environment',
  no_scope_to_leave_out: 'There is no scope to leave out',
  no_https: 'Nothing here is reached by https',
  token_not_jwt: 'The token is not a JWT',
}

/** How a probe ended, in a word or two. */
const probeResultWords: Readonly<Record<ProbeResult['result'], string>> = {
  holds: 'Confirmed',
  fails: 'Not so',
  unclear: 'Unclear',
}

/** A planned request: what it is for, before where it goes, and after that what goes along. */
export function plannedText({ step, times, method, url, carries }: PlannedRequest) {
  const often = times === 1 ? '' : `, up to ${times} times`
  return {
    before: `${stepWords[step]}${often}: `,
    request: `${method} ${url}`,
    after: `, with ${carriedWords[carries]}`,
  }
}

/** The same in one line. */
export function plannedLine(planned: PlannedRequest): string {
  const { before, request, after } = plannedText(planned)
  return before + request + after
}

/** How many requests are announced. */
const requestsOf = (requests: readonly PlannedRequest[]): number => requests.reduce((sum, { times }) => sum + times, 0)

/** `1 request`, `at most 20 requests`. */
export function requestsText(requests: readonly PlannedRequest[]): string {
  const count = requestsOf(requests)
  const most = requests.some(({ times }) => times > 1) ? 'at most ' : ''
  return `${most}${count} ${count === 1 ? 'request' : 'requests'}`
}

/** How a probe ended, with why where its answers do not say. */
export function probeResultText({ result, evidence }: Pick<ProbeResult, 'result' | 'evidence'>): string {
  if (result !== 'unclear') return probeResultWords[result]
  return `${probeResultWords.unclear}: ${unclearText(evidence['why'] ?? '')}`
}

/** Probes that can be sent, or were, and those that were: with the settings of now. */
function probesRun(states: readonly ProbeState[]): { possible: number; run: number } {
  const run = states.filter(({ last }) => last !== null).length
  return { possible: states.filter(({ plan, last }) => plan.kind === 'requests' || last !== null).length, run }
}

/** `2 of 4 probes run`; null where none is possible. */
export function probesRunText(states: readonly ProbeState[]): string | null {
  const { possible, run } = probesRun(states)
  return possible === 0 ? null : `${run} of ${possible} ${possible === 1 ? 'probe' : 'probes'} run`
}
