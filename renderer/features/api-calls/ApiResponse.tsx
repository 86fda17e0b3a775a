import { Stack, Text } from '@mantine/core'
import type { ApiRequest } from '../../../electron/contract/api-call.ts'
import type { ApiCallOutcome } from '../../../electron/contract/outcome.ts'
import { hrefOf } from '../../route.ts'
import type { Action } from '../../queries/action.ts'
import { useExchange } from '../../queries/exchanges.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { Findings } from '../../ui/Findings.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { NotSent } from '../../ui/NotSent.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import type { Remedies } from '../../ui/remedies.ts'
import { AnswerBody } from './AnswerBody.tsx'
import { AnswerLine } from './AnswerLine.tsx'
import { AnswerTabs } from './AnswerTabs.tsx'

interface Props {
  environmentId: string
  send: Action<'sendApiCall'>
  /** The request as the form has it now. */
  composed: ApiRequest
}

export function ApiResponse({ environmentId, send, composed }: Props) {
  const { outcome, error, again, forget } = send
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss: forget })
  return (
    <Region name="API response">
      {error === null ? null : <CallFailed error={error} />}
      <AnsweredRequest send={send} composed={composed} />
      {outcome === null ? (
        <Text size="sm" c="dimmed">
          “Send” calls the API with the token as Bearer, and obtains a token first when there is none.
        </Text>
      ) : (
        <Answer
          outcome={outcome}
          href={hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })}
          remedies={remedies}
        />
      )}
    </Region>
  )
}

/** Which request the answer is of; the form may say something else since. */
function AnsweredRequest({ send: { input, at }, composed }: Omit<Props, 'environmentId'>) {
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
  href: string
  remedies: Remedies
}

function Answer({ outcome, href, remedies }: AnswerProps<ApiCallOutcome>) {
  switch (outcome.kind) {
    case 'answered': {
      const { status, statusText, tokenUse, challenge, findings, exchangeId } = outcome
      return (
        <Stack gap={8}>
          <AnswerLine exchangeId={exchangeId} status={status} statusText={statusText}>
            {tokenUse === 'reused' ? 'Used the current token' : 'Requested a new token'}
            {challenge?.error ? ` · ${challenge.scheme} ${challenge.error}` : ''}
          </AnswerLine>
          <Findings findings={findings} />
          <AnswerTabs exchangeId={exchangeId} />
        </Stack>
      )
    }
    case 'unreachable':
      return (
        <Stack gap={8}>
          <Unreachable failure={outcome.failure} endpoint="" exchangeId={outcome.exchangeId} />
          <ResponseBody exchangeId={outcome.exchangeId} />
        </Stack>
      )
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
    case 'no_token':
      return <NoToken outcome={outcome} href={href} remedies={remedies} />
  }
}

function NoToken({ outcome: { token }, href, remedies }: AnswerProps<Extract<ApiCallOutcome, { kind: 'no_token' }>>) {
  return (
    <Stack gap={8}>
      <Text size="sm" role="status">
        <b>The call was not made:</b> no token could be obtained.
      </Text>
      {token.kind === 'not_sent' ? <NotSent problems={token.problems} href={href} remedies={remedies} /> : null}
      {token.kind === 'unreachable' ? (
        <Unreachable failure={token.failure} endpoint="token_endpoint" exchangeId={token.exchangeId} />
      ) : null}
      {token.kind === 'refused' || token.kind === 'nonconformant' ? <Findings findings={token.findings} /> : null}
    </Stack>
  )
}

function ResponseBody({ exchangeId }: { exchangeId: string }) {
  const exchange = useExchange(exchangeId).data ?? null
  const body = exchange?.response?.body
  return exchange === null || body === undefined ? null : <AnswerBody exchangeId={exchange.id} body={body} />
}
