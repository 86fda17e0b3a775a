import { assertNever } from '../common/assert-never.ts'
import type { FlowPlan } from '../contract/flow.ts'
import { type CanGoWrong, invalidClient, ofProvider } from '../wording/flow/explanations/wrong-client.ts'
import { wrong } from '../wording/flow/explanations/wrong.ts'
import type { FlowFacts } from './flow-facts.ts'
import type { StepName } from './step-names.ts'

/** What can go wrong at a step with these settings, the likely first. */
export function canGoWrong(plan: FlowPlan, step: StepName, facts: Pick<FlowFacts, 'token'>): readonly CanGoWrong[] {
  switch (step) {
    case 'secret':
      return [wrong.secretDenied, wrong.secretMissing, wrong.sourceUnreachable]
    case 'token_request':
    case 'renewal':
      return tokenRequest(plan)
    case 'token_response':
      return [...(plan.scope === '' ? [] : [wrong.fewerScopes]), wrong.noLifetime, wrong.otherType]
    case 'verification':
      return facts.token?.format === 'opaque'
        ? [wrong.opaque]
        : [wrong.unknownKey, wrong.otherIssuer, wrong.otherAudience, wrong.clock]
    case 'keys':
      return [wrong.keysUnreachable, wrong.keysOld, ...connection(plan)]
    case 'introspection':
      return [wrong.inactive, ...(isAskedByClient(plan) ? [wrong.askerRefused] : []), ...connection(plan)]
    case 'api_call':
      return [wrong.headerLost, wrong.pathWrong, ...proofs(plan), ...connection(plan)]
    case 'api_validation':
      return [wrong.otherAudience, wrong.notValidated, wrong.staleResult]
    case 'api_answer':
      return [wrong.invalidToken, wrong.insufficientScope, wrong.noReason, wrong.tooMany]
    case 'revocation':
      return [{ code: 'invalid_client', text: invalidClient[plan.authentication] }, wrong.clientType, wrong.noEffect]
    case 'introspection_again':
      return [wrong.stillActive, ...(isAskedByClient(plan) ? [wrong.askerRefused] : [])]
    case 'api_call_again':
      return connection(plan)
    case 'api_answer_again':
      return [wrong.stillAccepted, wrong.tooMany]
    case 'redirect':
      return [wrong.tokenDropped, wrong.toLogin, wrong.tooManyHops]
    case 'nonce':
      return [wrong.nonceAgain, wrong.invalidProof]
    default:
      return assertNever(step)
  }
}

function tokenRequest(plan: FlowPlan): CanGoWrong[] {
  const known = ofProvider[plan.provider] ?? []
  const general = [
    ...(plan.scope === '' ? [] : [wrong.invalidScope]),
    ...(plan.audience === '' && plan.resource.length === 0 ? [] : [wrong.invalidTarget]),
    wrong.unauthorizedClient,
    ...(plan.bodyFormat === 'json' ? [wrong.mediaType] : []),
  ].filter(({ code }) => known.every((other) => other.code !== code))
  return [
    { code: 'invalid_client', text: invalidClient[plan.authentication] },
    ...known,
    ...general,
    ...proofs(plan),
    ...connection(plan),
  ]
}

const proofs = ({ hasProof }: FlowPlan): CanGoWrong[] => (hasProof ? [wrong.invalidProof] : [])

const connection = ({ proxy, authentication }: FlowPlan): CanGoWrong[] => [
  ...(authentication.endsWith('tls_client_auth') ? [wrong.certificate] : [wrong.connection]),
  ...(proxy === null ? [] : [wrong.proxy]),
]

function isAskedByClient({ introspection: { authentication } }: FlowPlan): boolean {
  return authentication !== 'none' && authentication !== 'bearer_token_itself'
}
