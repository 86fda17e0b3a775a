import type { ApiCall } from '../../contract/api-call.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { requestOf } from '../../common/request-of-call.ts'
import { prepareCall } from '../flow/call-api.ts'
import type { Carrier } from '../flow/carrier.ts'
import { sendApi } from '../flow/send-api.ts'
import { challengeOf } from '../oauth/challenge.ts'
import { isWebPage } from '../oauth/response-body.ts'
import { type Broken, broken, brokenBy } from './broken.ts'
import type { Step } from './planned.ts'
import type { ProbeDeps, Probing } from './probing.ts'

/** A call that was sent once, with what came: success, a refusal as of a token (400, 401 or 403), or what says neither. */
export type CallAnswer =
  | { kind: 'accepted' | 'refused'; status: number; exchange: Exchange; error: string | null; isPage: boolean }
  | (Broken & { exchange: Exchange | null })

/**
 * Sends a saved call with what `carrier` carries. No redirect is followed, nothing is renewed, no assertion is checked. A web
 * page shows nothing of a token: a firewall refuses with one, and a login page is answered with 200. It is an answer to `call_api`
 * alone, and to others of a call that was answered with a page (`right`).
 */
export async function callOnce(
  deps: ProbeDeps,
  { environment, begin }: Probing,
  call: ApiCall,
  carrier: Carrier,
  step: Step,
  right: { isPage: boolean } = { isPage: false },
): Promise<CallAnswer> {
  const flow = begin(step)
  const request = { ...requestOf(call), followRedirects: false, renewOn401: false, assertions: [] }
  const prepared = await prepareCall(deps, environment, { request }, flow.signal)
  if (!prepared.ok) return { ...broken('not_sent', { step }), exchange: null }
  const { built } = prepared.value
  const sending = {
    built: { ...built, hidden: [...built.hidden, ...(flow.hidden ?? [])] },
    request,
    isDiagnosed: false,
  }
  const { exchange } = await sendApi(deps, sending, carrier, flow)
  const { response, failure } = exchange
  if (failure !== null || response === null) return { ...brokenBy(step, exchange), exchange }
  const { status } = response
  const challenge = challengeOf(response)
  const isPage = isPageIn(response)
  const said = { status, exchange, error: challenge?.error ?? null, isPage }
  if (status >= 200 && status < 300) {
    const isOdd = isPage && !right.isPage && step !== 'call_api'
    return isOdd ? { ...brokenBy(step, exchange, 'not_readable'), exchange } : { kind: 'accepted', ...said }
  }
  const isOfApi = status === 401 || challenge !== null || !isPage
  if ((status === 400 || status === 401 || status === 403) && isOfApi) return { kind: 'refused', ...said }
  return { ...brokenBy(step, exchange), exchange }
}

const isPageIn = ({ headers, body }: Pick<NonNullable<Exchange['response']>, 'headers' | 'body'>): boolean =>
  isWebPage({ headers, body: Buffer.from(body.text.slice(0, 400), body.encoding === 'base64' ? 'base64' : 'utf8') })
