import type { IntrospectionStyle } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { heldToken } from '../flow/asked-token.ts'
import { outcomeOf, sendRecorded } from '../flow/perform.ts'
import { prepareTokenCall } from '../flow/prepare-token-call.ts'
import { methodOf } from '../flow/introspect.ts'
import { buildIntrospectionRequest, judgeIntrospectionResponse } from '../oauth/introspection.ts'
import type { SessionToken } from '../session.ts'
import { type Broken, broken } from './broken.ts'
import type { Step } from './planned.ts'
import type { ProbeDeps, Probing } from './probing.ts'

type Sent = Exclude<IntrospectionOutcome, { kind: 'not_sent' }>

export interface IntrospectionAnswer {
  kind: 'sent'
  /** Masked. */
  outcome: Sent
  exchange: Exchange
}

/** Introspects a token of the probe. The signature of an answer is not looked at, for which keys would be fetched. */
export async function introspectOnce(
  deps: ProbeDeps,
  { begin }: Probing,
  environment: CurrentEnvironment,
  token: SessionToken,
  style: IntrospectionStyle,
  step: Step,
): Promise<IntrospectionAnswer | Broken> {
  const flow = begin(step)
  const asked = {
    purpose: 'introspection',
    method: methodOf(environment, style),
    token: heldToken(token),
  } as const
  const prepared = await prepareTokenCall(deps, environment, asked, flow)
  if (!prepared.ok) return broken('not_sent', { step })
  const { endpoint, credentials, context } = prepared.value
  const request = await buildIntrospectionRequest(endpoint, token.accessToken, style, credentials, deps)
  const performed = await sendRecorded(deps, context, request)
  const clockOffset = performed.exchange.clockOffset ?? token.held.clockOffset
  const circumstances = {
    ...environment.value,
    responseFormat: style.responseFormat,
    caller: credentials === null ? null : environment.value.client_id,
    introspection_endpoint: endpoint,
    clockOffset,
  }
  const facts = asked.token.factsAt(deps.now(), clockOffset)
  const { outcome } = judgeIntrospectionResponse(performed.transcript, facts, circumstances, () => [])
  return { kind: 'sent', outcome: outcomeOf(performed, outcome), exchange: performed.exchange }
}
