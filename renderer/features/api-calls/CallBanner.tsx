import { Button } from '@mantine/core'
import { assertionVerdict, failedAssertionText } from '../../../electron/wording/assertions.ts'
import type { CallInput } from '../../../electron/contract/calls.ts'
import { useSteps } from '../../queries/action.ts'
import { tokenUseWords } from '../../../electron/wording/token-use.ts'
import type { Assertion } from '../../../electron/contract/assertion.ts'
import type { ApiCallOutcome, TokenOutcome } from '../../../electron/contract/outcome.ts'
import { findingText } from '../../../electron/wording/findings.ts'
import { visible } from '../../../electron/common/visible.ts'
import { FailureBanner } from '../../diagnosis/FailureBanner.tsx'
import { knownOfAnswer, knownOfFailure } from '../../diagnosis/known.ts'
import { apiCallSubject, done, useDone } from '../../state/runs.ts'
import { Banner } from '../../ui/Banner.tsx'
import { clockTime } from '../../ui/format.ts'
import { nameOf } from '../../ui/name-of.ts'
import { ShowCertificate } from '../../ui/ShowCertificate.tsx'
import { firstUnmet, isAsAsserted } from './assertions/assertion-verdicts.ts'
import { goToAnswer } from './assertions/go-to-answer.ts'
import { useLineOfAnswer } from './assertions/use-line-of-answer.ts'
import { useCallAgain } from './use-call-again.ts'

interface Props {
  environmentId: string
  callId: string
  /** Its name; empty where it is called by method and path. */
  name: string
}

/** How the chosen call was last answered; nothing until it was sent. */
export function CallBanner({ environmentId, callId, name: label }: Props) {
  const last = useDone('sendApiCall', apiCallSubject(environmentId, callId))
  const retry = useCallAgain(environmentId, callId)
  if (last === null || last.outcome === null) return null
  const name = visible(label === '' ? nameOf(last.input.request) : label)
  const at = clockTime(last.at)
  if (isAsAsserted(last.input.request.assertions, last.outcome)) {
    const { status, assertions = [], tokenUse } = last.outcome
    const verdict = `answered ${status}, as asserted: ${assertionVerdict(assertions)}`
    return <Banner tone="ok" title={`${name}: ${verdict}`} reason={`${tokenUseWords[tokenUse]} · ${at}`} />
  }
  const failure = failureOf(last.outcome)
  if (failure !== null) {
    const { of, known, failed, code } = failure
    const acts =
      code !== null ? (
        <ShowCertificate code={code} exchangeId={failed.exchangeId} />
      ) : wantsToken(last.outcome) ? (
        <SendWithToken environmentId={environmentId} callId={callId} />
      ) : null
    // The button that sends is the primary one of this place.
    const hasWayOut = !isPasted(last.outcome)
    const shown = { failed, known, retry: hasWayOut ? retry : null, acts, isPrimary: false, hasWayOut, note: `${at}.` }
    return <FailureBanner {...shown} of={of === '' ? name : `${name}: ${of}`} />
  }
  const unmet = unmetAssertions(last.input.request.assertions, last.outcome)
  if (unmet !== null) return <Unmet name={name} unmet={unmet} at={at} />
  const { tone, verdict, reason } = sayingOf(last.outcome)
  return <Banner tone={tone} title={`${name}: ${verdict}`} reason={`${reason} · ${at}`} />
}

/** Which token went along is of one sending. */
const ofThisTime = {
  kept: ({ token: _token, ...input }: CallInput<'sendApiCall'>): CallInput<'sendApiCall'> => input,
}

/** Sends the call as it was sent last, with the token of the environment. The call itself stays as it is. */
function SendWithToken({ environmentId, callId }: Pick<Props, 'environmentId' | 'callId'>) {
  const subject = apiCallSubject(environmentId, callId)
  const { run } = useSteps('sendApiCall', subject, ofThisTime)
  const send = () => {
    const last = done.sendApiCall.get(subject)
    if (last !== null) run({ ...last.input, token: { kind: 'environment' } })
  }
  return (
    <Button variant="default" onClick={send}>
      Send with the access token
    </Button>
  )
}

type Unmet = NonNullable<ReturnType<typeof unmetAssertions>>

/** What failed of the assertions of a call that was answered, or was not checked; null where all passed. */
function unmetAssertions(assertions: readonly Assertion[], outcome: ApiCallOutcome) {
  if (outcome.kind !== 'answered' || outcome.assertions === undefined) return null
  const results = outcome.assertions
  if (results.every(({ state }) => state === 'passed')) return null
  const first = firstUnmet(results)
  const assertion = first === null ? undefined : assertions[first.index]
  if (first === null || assertion === undefined) return null
  return { outcome, results, assertion, result: first.result }
}

/** The first assertion that failed, and where to look. */
function Unmet({ name, unmet, at }: { name: string; unmet: Unmet; at: string }) {
  const { outcome, results, assertion, result } = unmet
  const { pointer } = result
  const line = useLineOfAnswer(outcome.exchangeId, pointer)
  const title = `${name}: answered ${outcome.status}, but ${assertionVerdict(results)}`
  const reason = `${visible(failedAssertionText(assertion, result))}. ${tokenUseWords[outcome.tokenUse]} · ${at}`
  const acts =
    pointer === null || line === null ? null : (
      <Button variant="default" onClick={() => goToAnswer(pointer)}>
        Go to line {line}
      </Button>
    )
  return <Banner tone={result.state === 'failed' ? 'err' : 'warn'} title={title} reason={reason} acts={acts} />
}

/** Whose token that is, no setting of this environment and no new token of it can mend. */
const isPasted = (outcome: ApiCallOutcome): boolean => outcome.kind === 'answered' && outcome.tokenUse === 'pasted'

/** Sent without a token, and refused for it as far as the status says. */
const wantsToken = (outcome: ApiCallOutcome): boolean =>
  outcome.kind === 'answered' && outcome.tokenUse === 'none' && (outcome.status === 401 || outcome.status === 403)

type Failing = Extract<TokenOutcome | ApiCallOutcome, { exchangeId: string }>

/** Why the call failed, or the token request before it; null where it did not, or nothing was sent. */
function failureOf(outcome: ApiCallOutcome) {
  if (outcome.kind === 'no_token') return ofToken(outcome.token)
  if (outcome.kind === 'unreachable') return ofUnreachable(outcome, '', '')
  if (outcome.kind !== 'answered' || outcome.status < 400) return null
  const { status, findings, tokenUse } = outcome
  const known = knownOfAnswer(`answered ${status}`, findings, '')
  const reason = known.reason === '' ? tokenUseWords[tokenUse] : known.reason
  return { of: '', known: { ...known, reason }, failed: outcome, code: null }
}

const noToken = 'no token could be obtained'

function ofToken(outcome: TokenOutcome) {
  if (outcome.kind === 'issued' || outcome.kind === 'not_sent') return null
  if (outcome.kind === 'unreachable') return ofUnreachable(outcome, 'token_endpoint', noToken)
  const known = knownOfAnswer(`status ${outcome.status}`, outcome.findings, 'token_endpoint')
  return { of: noToken, known, failed: outcome, code: null }
}

function ofUnreachable(failed: Extract<Failing, { kind: 'unreachable' }>, field: string, of: string) {
  const { failure } = failed
  return failure.code === 'cancelled' ? null : { of, known: knownOfFailure(failure, field), failed, code: failure.code }
}

interface Saying {
  tone: 'ok' | 'warn' | 'info' | 'err'
  verdict: string
  reason: string
}

/** What went well, was cancelled or was not sent. */
function sayingOf(outcome: ApiCallOutcome): Saying {
  switch (outcome.kind) {
    case 'answered': {
      const { status, findings, tokenUse } = outcome
      const [first] = findings
      return {
        tone: first === undefined || first.severity === 'info' ? 'ok' : 'warn',
        verdict: `answered ${status}`,
        reason: first === undefined ? tokenUseWords[tokenUse] : visible(findingText(first).title),
      }
    }
    case 'unreachable':
      return { tone: 'info', verdict: 'cancelled', reason: 'No complete answer came' }
    case 'not_sent':
      return { tone: 'warn', verdict: 'not sent', reason: 'Something is missing: see below' }
    case 'no_token':
      return { tone: 'err', verdict: 'not sent', reason: 'No token could be obtained' }
  }
}
