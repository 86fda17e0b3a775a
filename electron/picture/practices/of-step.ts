import { assertNever } from '../../common/assert-never.ts'
import type { FlowPlan } from '../../contract/flow.ts'
import { practices } from '../../wording/flow/explanations/practices.ts'
import type { FlowFacts } from '../flow-facts.ts'
import type { StepName } from '../step-names.ts'
import { credentialPractices } from './credential.ts'
import { advice, encryption, good, note, type Practice } from './judged.ts'
import { requestPractices, responsePractices } from './token.ts'

/** The good practice of the reference document at a step, judged where the settings or the run say enough. */
export function practicesOf(plan: FlowPlan, step: StepName, facts: FlowFacts): readonly Practice[] {
  switch (step) {
    case 'secret':
      return [note(practices.fewReaders), note(practices.rotate), note(practices.perEnvironment)]
    case 'token_request':
      return [
        ...credentialPractices(facts),
        ...encryption(plan.token_endpoint, 'the token endpoint'),
        ...requestPractices(plan),
        note(practices.monitor),
        note(practices.addresses),
      ]
    case 'token_response':
      return responsePractices(plan, facts)
    case 'verification':
      return [
        plan.jwks_uri === '' ? advice(practices.noKeys) : good(practices.ownKeys),
        note(practices.checkAll),
        note(practices.revocationSeen),
      ]
    case 'keys':
      return [...encryption(plan.jwks_uri, 'the JWKS URI'), good(practices.ownKeys), note(practices.keepKeys)]
    case 'introspection':
    case 'introspection_again':
      return introspectionPractices(plan)
    case 'api_call':
      return callPractices(plan)
    case 'api_validation':
      return [
        note(practices.validate),
        note(practices.validateScope),
        note(practices.revocationSeen),
        note(practices.cacheResults),
        note(practices.logFailures),
      ]
    case 'api_answer':
      return [note(practices.challenge), note(practices.respectWait), note(practices.logFailures)]
    case 'revocation':
      return [
        ...(plan.revocation_endpoint === ''
          ? [advice(practices.noRevocation)]
          : encryption(plan.revocation_endpoint, 'the revocation endpoint')),
        note(practices.revokeUnused),
      ]
    case 'api_call_again':
    case 'api_answer_again':
      return [note(practices.shortInstead), note(practices.cacheResults)]
    case 'redirect':
      return [good(practices.sameOrigin), note(practices.finalUrl)]
    case 'nonce':
      return [good(practices.bound), note(practices.oneNonce)]
    case 'renewal':
      return [note(practices.renewOnce), note(practices.noRefresh)]
    default:
      return assertNever(step)
  }
}

function introspectionPractices({ introspection_endpoint: url, introspection }: FlowPlan): Practice[] {
  if (url === '') return [advice(practices.noIntrospection)]
  return [
    good(practices.realTime),
    ...encryption(url, 'the introspection endpoint'),
    ...(introspection.authentication === 'none' ? [advice(practices.open)] : []),
    ...(introspection.authentication === 'bearer_token_itself' ? [note(practices.itself)] : []),
    note(practices.cacheResults),
  ]
}

function callPractices({ call, hasProof, authentication }: FlowPlan): Practice[] {
  const isBound = hasProof || authentication.endsWith('tls_client_auth')
  return [
    good(practices.header),
    ...encryption(call?.url ?? '', 'the API'),
    isBound ? good(practices.bound) : note(practices.unbound),
  ]
}
