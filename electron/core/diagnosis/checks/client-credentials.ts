import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { methodOf } from '../method-of.ts'
import { isAuthenticated, refusesClient } from '../refuses-client.ts'

const certain = { basis: 'seen', confidence: 'certain' } as const
const likely = { basis: 'seen', confidence: 'likely' } as const
const possible = { basis: 'code', confidence: 'possible' } as const
const experience = { basis: 'experience', confidence: 'possible' } as const

/** From how many refusals in a row a lock is worth a thought. */
const locksAfter = 5

/** Whether client ID and credentials were sent, once, and what a bare refusal can mean. */
export const clientCredentials: Check = {
  name: 'client_credentials',
  look(kase) {
    if (!isAuthenticated(kase)) return null
    const places = placesOf(kase)
    const isRefused = refusesClient(kase)
    if (places.length > 1 && (isRefused || kase.answer?.error === 'invalid_request'))
      return [cause(kase, 'multiple_auth_methods', likely, { places: places.join(', ') }), ...bare(kase)]
    if (!isRefused) return null
    if (kase.request.basic?.isReadable === false) return [cause(kase, 'basic_header_malformed', certain, {})]
    return [...missing(kase), ...bare(kase), ...locked(kase)]
  },
}

/** A client_id beside the header is allowed, and some servers take it for credentials. @see RFC 6749 §3.2.1 */
const saysSeveral = /\b(?:multiple|more than one|only one|several)\b/i

function placesOf({ request, answer }: Case): string[] {
  const words = answer?.words ?? ''
  const { credentials, authorizations, parameters, basic } = request
  const inBody = parameters.get('client_id')?.[0]
  const isOther =
    inBody !== undefined && inBody !== '' && ![basic?.client_id, decoded(basic?.client_id)].includes(inBody)
  return [
    ...credentials,
    ...(authorizations > 1 ? ['basic'] : []),
    ...(parameters.get('client_secret') ?? []).slice(1).map(() => 'client_secret'),
    ...(basic?.isReadable === true && isOther ? ['client_id'] : []),
    ...(basic?.isReadable === true && inBody !== undefined && !isOther && saysSeveral.test(words)
      ? ['same_client_id']
      : []),
  ]
}

const decoded = (text: string | null | undefined): string =>
  text === null || text === undefined ? '' : (new URLSearchParams(`a=${text.replaceAll('&', '%26')}`).get('a') ?? '')

function missing(kase: Case): Cause[] {
  const { request, settings, answer } = kase
  if (request.scheme !== null || request.credentials.length > 0 || methodOf(kase) !== 'none') return []
  const isSaid = answer?.error === 'invalid_client' || answer?.status === 401 || request.body === 'form'
  const method = settings?.token_endpoint_auth_method === 'none' ? { method: 'none' } : {}
  return [cause(kase, 'credentials_missing', isSaid ? certain : likely, method)]
}

/** A refusal says by itself neither that the client exists nor that it does not. @see RFC 6749 §5.2 */
function bare(kase: Case): Cause[] {
  const method = methodOf(kase)
  if (!['client_secret_basic', 'client_secret_post', 'client_secret_jwt'].includes(method)) return []
  // The same credentials got a token.
  if ((kase.earlier?.credentialsWorkedAt ?? null) !== null) return []
  const id = kase.settings?.client_id || kase.request.client_id
  return [
    cause(kase, 'wrong_secret', possible, { method }),
    cause(kase, 'unknown_client', possible, id === null ? {} : { client_id: id }),
  ]
}

function locked(kase: Case): Cause[] {
  const refusedInARow = kase.earlier?.refusedInARow ?? 0
  return refusedInARow < locksAfter
    ? []
    : [cause(kase, 'client_locked', experience, { refusedInARow: String(refusedInARow) })]
}
