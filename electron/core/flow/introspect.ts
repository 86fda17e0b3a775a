import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { IntrospectionStyle } from '../../contract/environment.ts'
import type { Finding } from '../../contract/finding.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import type { Flow } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { examineServer } from '../diagnosis/success/examine.ts'
import { explainInactive } from '../diagnosis/inactive/explain.ts'
import { judgeConfirmation } from '../oauth/confirmation.ts'
import { finding } from '../finding.ts'
import { buildIntrospectionRequest, judgeIntrospectionResponse } from '../oauth/introspection.ts'
import type { Judged } from '../oauth/judged.ts'
import type { SignedIntrospection } from '../oauth/signed-introspection.ts'
import { tokenOfCase } from './facts/token-of-case.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { verifyToken } from '../token/verify/verify.ts'
import type { AskedToken } from './asked-token.ts'
import { aboutToken, diagnosed, type DiagnoseDeps } from './diagnose-outcome.ts'
import type { KeySetDeps } from './key-sets.ts'
import { type PerformDeps, perform } from './perform.ts'
import { prepareTokenCall, type TokenCallDeps } from './prepare-token-call.ts'
import { keysOfServer } from './verification-keys.ts'
import { judgeWithKeys } from './verify-with-refetch.ts'

/** Asks the authorization server about a token, held or pasted; undefined where there is none. @see RFC 7662 §2 */
export async function introspect(
  deps: TokenCallDeps & PerformDeps & KeySetDeps & DiagnoseDeps,
  current: CurrentEnvironment,
  token: AskedToken | undefined,
  style: IntrospectionStyle,
  flow: Flow,
): Promise<IntrospectionOutcome> {
  const asked = { purpose: 'introspection', method: methodOf(current, style), token } as const
  const prepared = await prepareTokenCall(deps, current, asked, flow)
  if (!prepared.ok) return { kind: 'not_sent', problems: prepared.problems }
  const { endpoint, credentials, context } = prepared.value
  const { accessToken, binding, clockOffset: offsetAtIssue, factsAt } = prepared.value.token
  const { environment } = context
  const request = await buildIntrospectionRequest(endpoint, accessToken, style, credentials, deps)
  return perform(deps, context, request, async (performed): Promise<Judged<IntrospectionOutcome>> => {
    const { transcript, exchange } = performed
    const clockOffset = exchange.clockOffset ?? offsetAtIssue
    const facts = factsAt(deps.now(), clockOffset)
    const circumstances = {
      ...environment.value,
      responseFormat: style.responseFormat,
      caller: credentials === null ? null : environment.value.client_id,
      introspection_endpoint: endpoint,
      clockOffset,
    }
    const { outcome: read, signed } = judgeIntrospectionResponse(transcript, facts, circumstances, (response) =>
      explainInactive({ ...facts, ...circumstances, response }),
    )
    const signature =
      signed === null ? [] : [await judgeSignature(deps, environment, signed, { ...flow, causedBy: exchange.id })]
    const isForged = signature.some(({ code }) => code === 'introspection_signature_invalid')
    const outcome = isForged ? notBelieved(read) : read
    const confirmed =
      outcome.kind === 'active'
        ? [
            ...judgeConfirmation(outcome.response, binding),
            ...examineServer({ ...exchange, url: request.url, now: deps.now() }),
          ]
        : []
    const whole = { ...outcome, findings: [...outcome.findings, ...signature, ...confirmed] }
    if (whole.kind === 'active') return whole
    const ofCase = tokenOfCase(decodeToken(accessToken), { ...facts, type: '' })
    return diagnosed(deps, context, performed, whole, aboutToken(ofCase))
  })
}

/** Who asks: the client by its own method or by one that is named, or nobody (`null`). */
export function methodOf({ value }: CurrentEnvironment, { authentication }: IntrospectionStyle): AuthMethod | null {
  switch (authentication) {
    case 'client':
      return value.token_endpoint_auth_method
    case 'client_secret_basic':
    case 'client_secret_post':
      return authentication
    case 'bearer_token_itself':
    case 'none':
      return null
  }
}

/** What somebody else may have written says nothing about the token. @see RFC 9701 §5 */
function notBelieved(outcome: Judged<IntrospectionOutcome>): Judged<IntrospectionOutcome> {
  if (outcome.kind !== 'active' && outcome.kind !== 'inactive') return outcome
  return { kind: 'nonconformant', status: 200, findings: outcome.findings }
}

/** @see RFC 9701 §5: signed by the authorization server, with a key of its set */
async function judgeSignature(
  deps: KeySetDeps,
  environment: CurrentEnvironment,
  { jwt }: SignedIntrospection,
  flow: Flow,
): Promise<Finding> {
  const decoded = decodeToken(jwt)
  const judged = await judgeWithKeys(deps, keysOfServer(environment), flow, async (keys) => {
    const { checks } = await verifyToken(jwt, decoded, keys, null, deps.now())
    const signature = checks.find(({ name }) => name === 'signature')
    return { judgement: signature, signature }
  })
  const check = judged.ok ? judged.value.judgement : undefined
  const { reason = 'keys_unreachable' } = check ?? {}
  const evidence = { ...check?.evidence, reason }
  switch (check?.result) {
    case 'passed':
      return finding('introspection_signature_valid', evidence)
    case 'failed':
      return finding('introspection_signature_invalid', evidence)
    case 'noted':
    case 'not_possible':
    case undefined:
      return finding('introspection_signature_unchecked', evidence, { severity: 'warning' })
  }
}
