import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { changeFor } from '../token-evidence.ts'

/** Names of query parameters that APIs take a token by. */
const tokenParameters = /^(?:access_?token|api_?token|token|auth_?token)$/i

/** What an API wants of a call beside a valid token: that it arrives, once, by the right scheme, at the right place. */
export const apiRequirements: Check = {
  name: 'api_requirements',
  look(kase) {
    const { step, answer } = kase
    if (step !== 'api' || answer === null || answer.status < 400 || answer.status >= 500) return null
    return [...sending(kase), ...scheme(kase), ...place(kase)]
  },
}

const seen = { basis: 'seen', confidence: 'certain' } as const

function sending(kase: Case): Cause[] {
  const { answer, request } = kase
  const { status = 0 } = answer ?? {}
  if (![400, 401, 403].includes(status)) return []
  const inQuery = request.query.some((name) => tokenParameters.test(name))
  if (request.authorizations > 1 || request.isSchemeTwice || (request.scheme !== null && inQuery)) {
    return [cause(kase, 'token_sent_twice', seen, {})]
  }
  if (request.scheme === null && !inQuery) return isRefused(status) ? [cause(kase, 'token_not_sent', seen, {})] : []
  return isRefused(status) ? stripped(kase) : []
}

const isRefused = (status: number): boolean => status === 401 || status === 403

const noToken =
  /(?:no|missing|without(?: an?)?)(?: valid)? (?:auth|bearer|access[ _]?|oauth )?token\b|token (?:is )?(?:missing(?! or)|not (?:found|provided|present|supplied|sent))|(?:missing|no) (?:authori[sz]ation|authentication|auth)[ -](?:header|credentials?|token)|authori[sz]ation (?:header )?(?:is )?(?:missing|required|not (?:found|provided|present))|Full authentication is required|credentials were not provided|not logged in|anonymous access|without authentication|Jwt is missing/i
/** Of the token's own parts, which no server can miss that did not see it. */
const aboutContent =
  /signature|expired|audience|issuer|\bscopes?\b|malformed|revoked|invalid[ _](?:access[ _]|bearer )?token/i
const dropping = /apache|litespeed|php|cpanel|phusion|iis/i

/** Sent, and yet the API does not know of a token: web servers in front of scripts drop the field. */
function stripped(kase: Case): Cause[] {
  const { words = '', headers = new Map<string, string>(), isWebPage = false } = kase.answer ?? {}
  if (isWebPage) return []
  const servers = ['server', 'x-powered-by', 'via'].flatMap((name) => headers.get(name) ?? [])
  const server = servers.find((name) => dropping.test(name))
  const isMissed = noToken.test(words)
  if (!isMissed && (server === undefined || aboutContent.test(words) || kase.answer?.challenges.length !== 0)) return []
  const by = { basis: isMissed ? 'seen' : 'experience', confidence: isMissed ? 'likely' : 'possible' } as const
  const shown = server ?? servers[0]
  return [cause(kase, 'auth_header_stripped', by, { ...(shown !== undefined && { server: shown }) })]
}

/** A challenge that asks for another scheme than was sent. @see RFC 9110 §11.6.1 */
function scheme(kase: Case): Cause[] {
  const { answer, request, token, settings } = kase
  const wanted = answer?.challenges.map(({ scheme: name }) => name) ?? []
  if (answer !== null && isUnboundProof(kase)) {
    const by = { basis: 'words', confidence: 'certain' } as const
    return [cause(kase, 'token_scheme_wrong', by, { sent: 'DPoP', wanted: 'Bearer' })]
  }
  const isOffered = wanted.some((name) => name.toLowerCase() === request.scheme)
  if (request.scheme === null || wanted.length === 0 || isOffered || answer?.status !== 401) return []
  const isToken = request.scheme === 'bearer' || request.scheme === 'dpop'
  const preferred = (isToken ? wanted.find((name) => name.toLowerCase() === 'dpop') : undefined) ?? wanted[0] ?? ''
  // What is wrong with the proof of a bound token is looked at elsewhere.
  if (
    (isToken && preferred.toLowerCase() === 'bearer') ||
    (preferred.toLowerCase() === 'dpop' && token?.binding === 'dpop')
  )
    return []
  const evidence = { sent: nameOf(request.scheme), wanted: preferred }
  const change = changeFor('token_scheme_wrong', evidence, settings)
  return [cause(kase, 'token_scheme_wrong', { basis: 'seen', confidence: 'likely' }, evidence, change && { change })]
}

/** A token that is bound to no key goes as Bearer, and the API says so. */
const isUnboundProof = ({ request, token, answer }: Case): boolean =>
  request.scheme === 'dpop' && token?.binding === null && /\bbearer\b|not (?:dpop[- ])?bound/i.test(answer?.words ?? '')

const nameOf = (name: string): string =>
  name === 'dpop' ? 'DPoP' : `${name.slice(0, 1).toUpperCase()}${name.slice(1, 40)}`

function place(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null || answer.status !== 404) return []
  const path = request.place?.path ?? ''
  return [cause(kase, 'api_not_found', { basis: 'code', confidence: 'likely' }, { ...(path !== '' && { path }) })]
}
