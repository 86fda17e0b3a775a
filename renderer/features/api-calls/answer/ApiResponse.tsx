import { tokenUseWords } from '../../../../electron/wording/token-use.ts'
import { Stack, Text } from '@mantine/core'
import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import type { Assertion } from '../../../../electron/contract/assertion.ts'
import type { ApiCallOutcome } from '../../../../electron/contract/outcome.ts'
import { hrefOf } from '../../../route.ts'
import type { Action } from '../../../queries/action.ts'
import { useRemedies } from '../../../queries/remedies.ts'
import { FailureDetails } from '../../../diagnosis/FailureDetails.tsx'
import type { Retry } from '../../../diagnosis/WayOut.tsx'
import { Findings } from '../../../ui/Findings.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { clockTime } from '../../../ui/format.ts'
import { NotSent } from '../../../ui/NotSent.tsx'
import { CallFailed } from '../../../ui/Problem.tsx'
import { Region } from '../../../ui/Region.tsx'
import type { Remedies } from '../../../ui/remedies.ts'
import { AssertionResults } from '../assertions/AssertionResults.tsx'
import { pointersOf } from '../assertions/assertion-verdicts.ts'
import { AnswerLine } from './AnswerLine.tsx'
import { AnswerTabs } from './AnswerTabs.tsx'
import { Arriving } from './Arriving.tsx'
import { EarlierAnswers } from './EarlierAnswers.tsx'
import { Stopped } from './Stopped.tsx'
import { apiCallSubject } from '../../../state/runs.ts'
import { useCallAgain } from '../use-call-again.ts'

interface Props {
  environmentId: string
  callId: string
  send: Action<'sendApiCall'>
  /** The request as the form has it now. */
  composed: ApiRequest
}

export function ApiResponse({ environmentId, callId, send, composed }: Props) {
  const { outcome, error, again, forget, pendingSince } = send
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss: forget })
  const retry = useCallAgain(environmentId, callId)
  return (
    <Region name="API response">
      {error === null ? null : <CallFailed error={error} />}
      <Arriving subject={apiCallSubject(environmentId, callId)} />
      <AnsweredRequest send={send} composed={composed} />
      {outcome === null ? (
        pendingSince === null ? (
          <Text size="sm" c="dimmed">
            “Send” calls the API with the token as Bearer, and obtains a token first when there is none.
          </Text>
        ) : null
      ) : (
        <Answer
          outcome={outcome}
          assertions={send.input?.request.assertions ?? none}
          href={hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })}
          remedies={remedies}
          retry={retry}
        />
      )}
      <EarlierAnswers
        key={callId}
        callId={callId}
        newest={outcome !== null && 'exchangeId' in outcome ? outcome.exchangeId : null}
      />
    </Region>
  )
}

/** Which request the answer is of; the form may say something else since. */
function AnsweredRequest({ send: { input, at }, composed }: Pick<Props, 'send' | 'composed'>) {
  if (input === null) return null
  const { request } = input
  const isOther = JSON.stringify(request) !== JSON.stringify(composed)
  return (
    <Text size="xs" c="dimmed" mb={6} style={{ overflowWrap: 'anywhere' }}>
      {visible(`${request.method} ${request.url}`)} · {clockTime(at)}
      {isOther ? ' · The form has changed since.' : ''}
    </Text>
  )
}

interface AnswerProps<Outcome> {
  outcome: Outcome
  /** Of the call as it was sent. */
  assertions?: readonly Assertion[]
  href: string
  remedies: Remedies
  retry: Retry
}

const none: readonly [] = []

function Answer({ outcome, assertions = none, href, remedies, retry }: AnswerProps<ApiCallOutcome>) {
  switch (outcome.kind) {
    case 'answered': {
      const { status, statusText, tokenUse, challenge, findings, exchangeId, assertions: results } = outcome
      return (
        <Stack gap={8}>
          <AnswerLine exchangeId={exchangeId} status={status} statusText={statusText}>
            {tokenUseWords[tokenUse]}
            {challenge?.error ? ` · ${challenge.scheme} ${challenge.error}` : ''}
          </AnswerLine>
          {status < 400 ? (
            <Findings findings={findings} />
          ) : (
            <FailureDetails
              findings={findings}
              checked={outcome.checked ?? none}
              exchangeId={outcome.exchangeId}
              retry={tokenUse === 'pasted' ? null : retry}
            />
          )}
          <AnswerTabs
            exchangeId={exchangeId}
            aside={
              results === undefined ? null : (
                <AssertionResults exchangeId={exchangeId} assertions={assertions} results={results} />
              )
            }
            pointers={pointersOf(results)}
          />
        </Stack>
      )
    }
    case 'unreachable':
      return (
        <Stack gap={8}>
          {outcome.failure.code === 'cancelled' ? (
            <Stopped exchangeId={outcome.exchangeId} failure={outcome.failure} />
          ) : null}
          <FailureDetails
            findings={outcome.findings}
            checked={outcome.checked ?? none}
            exchangeId={outcome.exchangeId}
            retry={retry}
          />
          <AnswerTabs exchangeId={outcome.exchangeId} />
        </Stack>
      )
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
    case 'no_token':
      return <NoToken outcome={outcome} href={href} remedies={remedies} retry={retry} />
  }
}

function NoToken({
  outcome: { token },
  href,
  remedies,
  retry,
}: AnswerProps<Extract<ApiCallOutcome, { kind: 'no_token' }>>) {
  return (
    <Stack gap={8}>
      <Text size="sm" role="status">
        <b>The call was not made:</b> no token could be obtained.
      </Text>
      {token.kind === 'not_sent' ? <NotSent problems={token.problems} href={href} remedies={remedies} /> : null}
      {token.kind === 'issued' || token.kind === 'not_sent' ? null : (
        <FailureDetails
          findings={token.findings}
          checked={token.checked ?? none}
          exchangeId={token.exchangeId}
          retry={retry}
        />
      )}
    </Stack>
  )
}
