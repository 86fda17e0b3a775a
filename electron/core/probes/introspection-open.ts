import type { Exchange } from '../../contract/exchange.ts'
import { broken, type Broken, brokenBy, found, seenOf, shortened, unclear } from './broken.ts'
import { freshToken } from './fresh-token.ts'
import { type IntrospectionAnswer, introspectOnce } from './introspect-once.ts'
import { introspectionRequest, notPossible, planned, requests, tokenRequest } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import { withoutCertificate } from './stranger.ts'

const step = 'introspect_as_stranger'

/** Whether the introspection endpoint answers who does not authenticate. @see RFC 7662 §2.1, §4 */
export const introspectionOpen: ProbeRunner<'introspection_open'> = {
  plan: ({ settings }) => {
    if (settings.introspection_endpoint === '') return notPossible('no_introspection_endpoint')
    if (settings.token_endpoint === '') return notPossible('no_token_endpoint')
    const { authentication } = settings.introspection
    return requests(
      tokenRequest(settings, 'request_token'),
      ...(authentication === 'none' ? [] : [introspectionRequest(settings)]),
      planned(step, 'POST', settings.introspection_endpoint, 'token'),
    )
  },

  run: async (deps, probing) => {
    const { environment } = probing
    const style = environment.value.introspection
    const fresh = await freshToken(deps, probing, 'request_token')
    if (fresh.kind === 'broken') return unclear(fresh, {})
    const own =
      style.authentication === 'none'
        ? null
        : await introspectOnce(deps, probing, environment, fresh.token, style, 'introspect')
    if (own?.kind === 'broken' && own.evidence.why === 'cancelled') return unclear(own, {})
    const client = own === null ? ('not_asked' as const) : asClient(own)
    const strange = { ...style, authentication: 'none', responseFormat: 'json' } as const
    const answer = await introspectOnce(deps, probing, withoutCertificate(environment), fresh.token, strange, step)
    if (answer.kind === 'broken') return unclear(answer, { client })
    const { outcome, exchange } = answer
    const seen = [
      seenOf(exchange, 'introspect_as_stranger'),
      ...(own?.kind === 'sent' ? [seenOf(own.exchange, 'introspect')] : []),
    ]
    const before = { client, step, ...statusOf(exchange) } as const
    if (outcome.kind === 'active') {
      const members = outcome.response.members.map(({ name }) => name).filter((name) => name !== 'active')
      const shown = { ...before, answer: 'active', members: shortened(members.join(' ')) } as const
      return found('fails', shown, [
        { ...seenOf(exchange, 'introspect_as_stranger'), kind: 'member', name: 'active', value: 'true' },
        ...seen,
      ])
    }
    if (outcome.kind === 'inactive') {
      if (client === 'active') return found('holds', { ...before, answer: 'inactive' }, seen)
      return unclear(broken('not_active_before', {}, seen), { ...before, answer: 'inactive' })
    }
    const error = outcome.kind === 'refused' ? { error: shortened(outcome.error.error) } : {}
    const isRefused = refusesStranger(exchange, error.error ?? '', client === 'active')
    if (isRefused) return found('holds', { ...before, ...error, answer: 'refused' }, seen)
    return unclear(brokenBy(step, exchange, isSuccess(exchange) ? 'not_readable' : 'refused_otherwise'), {
      client,
      ...error,
    })
  },
}

function asClient(own: IntrospectionAnswer | Broken) {
  if (own.kind === 'broken') return 'unclear' as const
  const { kind } = own.outcome
  return kind === 'active' || kind === 'inactive' || kind === 'refused' ? kind : ('unclear' as const)
}

const statusOf = ({ response }: Exchange) => (response === null ? {} : { status: String(response.status) })

const isSuccess = ({ response }: Exchange): boolean =>
  response !== null && response.status >= 200 && response.status < 300

/** Errors that say that the client is the reason. @see RFC 6749 §5.2, RFC 6750 §3.1 */
const ofClient: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'invalid_token',
  'unauthorized',
  'forbidden',
])

/** Where the same request with authentication was answered, any refusal is one of a stranger. */
function refusesStranger({ response, failure }: Exchange, error: string, isAnsweredToClient: boolean): boolean {
  if (failure !== null || response === null) return failure?.code === 'tls_client_certificate'
  const { status } = response
  if (status === 429 || status >= 500) return false
  if (status === 401 || ofClient.has(error)) return true
  return isAnsweredToClient && status >= 400
}
