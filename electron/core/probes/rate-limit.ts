import { retryAfterOf } from '../../common/rate-limit.ts'
import { mostWrongCredentials } from '../../vocabulary/review.ts'
import { outcomeOf, sendRecorded } from '../flow/perform.ts'
import { preparePublicRequest } from '../flow/public-request.ts'
import { buildTokenRequest, type TokenRequestSettings } from '../oauth/protocol-request.ts'
import { judgeTokenResponse } from '../oauth/token-response.ts'
import { broken, brokenBy, found, seenOf, shortened, unclear } from './broken.ts'
import { notPossible, planned, requests } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import { withoutCertificate } from './stranger.ts'

const step = 'wrong_credentials'

/**
 * Whether the server slows down who guesses credentials. They are of a client that does not exist, so that none is locked
 * out. It stops with the first sign: 429, a `Retry-After` that the first refusal did not have, or 403 after other refusals. @see RFC 6749 §2.3.1, RFC 6585 §4
 */
export const rateLimit: ProbeRunner<'rate_limit'> = {
  plan: ({ settings }) =>
    settings.token_endpoint === ''
      ? notPossible('no_token_endpoint')
      : requests(planned(step, 'POST', settings.token_endpoint, 'made_up_credentials', mostWrongCredentials)),

  run: async (deps, { environment, hide, begin }) => {
    const stranger = withoutCertificate(environment)
    const client_id = `no-such-client-${deps.newId()}`
    let first = { status: 0, waits: false }
    for (let attempt = 1; attempt <= mostWrongCredentials; attempt += 1) {
      const clientSecret = deps.newId()
      hide(clientSecret)
      const flow = begin(step)
      if (flow.signal.aborted) return unclear(broken('cancelled', { step }), { attempts: String(attempt - 1) })
      const context = await preparePublicRequest(deps, stranger, 'token', flow)
      if (!context.ok) return unclear(broken('not_sent', { step }), {})
      const credentials = {
        method: 'client_secret_basic',
        client_id,
        clientSecret,
        basicEncoding: environment.value.basicEncoding,
      } as const
      const asked = { ...plainRequest, token_endpoint: environment.value.token_endpoint }
      const performed = await sendRecorded(deps, context.value, await buildTokenRequest(asked, credentials, deps))
      const { exchange, transcript } = performed
      const judged = judgeTokenResponse(transcript, '')
      const { kind } = judged
      if (judged.kind === 'issued') performed.conclude({ kind: 'nonconformant', findings: [] })
      else outcomeOf(performed, judged)
      const attempts = { attempts: String(attempt) }
      const seen = [seenOf(exchange, step)]
      const { response } = exchange
      if (response === null || exchange.failure !== null) return unclear(brokenBy(step, exchange), attempts)
      const { status } = response
      const retryAfter = retryAfterOf(response.headers, exchange.startedAt)?.value
      const isSlowed = status === 429 || (retryAfter !== undefined && status >= 400 && attempt > 1 && !first.waits)
      const isLocked = status === 403 && attempt > 1 && first.status !== 403
      if (isSlowed || isLocked) {
        const waits = retryAfter === undefined ? {} : { retryAfter: shortened(retryAfter) }
        return found('holds', { ...attempts, ...waits, step, status: String(status) }, seen)
      }
      if (kind === 'issued') return unclear(broken('not_refused', { step, status: String(status) }, seen), attempts)
      const isRefused = kind === 'refused' || status === 400 || status === 401
      if (!isRefused)
        return unclear(brokenBy(step, exchange, status < 400 ? 'not_readable' : 'refused_otherwise'), attempts)
      if (attempt === 1) first = { status, waits: retryAfter !== undefined }
      if (attempt === mostWrongCredentials) return found('fails', { ...attempts, step, status: String(status) }, seen)
    }
    return unclear(broken('not_sent', { step }), {})
  },
}

/** Nothing that the settings add to a token request. */
const plainRequest: Omit<TokenRequestSettings, 'token_endpoint'> = {
  scope: '',
  audience: '',
  resource: [],
  parameters: [],
  headers: [],
  tokenBodyFormat: 'form',
}
