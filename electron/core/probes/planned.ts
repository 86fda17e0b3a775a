import { endpointOf } from '../../common/endpoints.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { NoProbe, PlannedRequest, ProbeState } from '../../contract/review.ts'

export type Plan = ProbeState['plan']
export type Step = PlannedRequest['step']

export const requests = (...planned: readonly PlannedRequest[]): Plan => ({ kind: 'requests', requests: planned })

export const notPossible = (why: NoProbe): Plan => ({ kind: 'not_possible', why })

/** How many requests a plan announces; they are never more. */
export const countOf = (plan: Plan): number =>
  plan.kind === 'requests' ? plan.requests.reduce((sum, { times }) => sum + times, 0) : 0

export function planned(
  step: Step,
  method: string,
  url: string,
  carries: PlannedRequest['carries'],
  times = 1,
): PlannedRequest {
  return { step, method, url: withoutQuery(url), carries, times }
}

/**
 * A request with a DPoP proof is sent once more where the server asks for a nonce, which nobody knows before: so it counts
 * twice. @see RFC 9449 §8, §9
 */
export const timesWithProof = ({ dpop }: Pick<EnvironmentInput, 'dpop'>): number => (dpop.enabled ? 2 : 1)

export const tokenRequest = (settings: EnvironmentInput, step: Step): PlannedRequest =>
  planned(step, 'POST', endpointOf(settings, 'token_endpoint'), 'client_credentials', timesWithProof(settings))

/** As the environment introspects. */
export function introspectionRequest(settings: EnvironmentInput): PlannedRequest {
  const { authentication } = settings.introspection
  const carries = authentication === 'none' || authentication === 'bearer_token_itself' ? 'token' : 'client_credentials'
  return planned('introspect', 'POST', endpointOf(settings, 'introspection_endpoint'), carries)
}

/** Also without user name and password, which a URL may have. What is typed with variables stays as it is. */
export function withoutQuery(url: string): string {
  const cut = url.split(/[?#]/)[0] ?? ''
  if (!URL.canParse(cut) || cut.includes('{{')) return cut
  const { protocol, host, pathname } = new URL(cut)
  return `${protocol}//${host}${pathname}`
}
