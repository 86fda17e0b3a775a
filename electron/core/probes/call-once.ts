import type { ApiCall } from '../../contract/api-call.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { requestOf } from '../../common/request-of-call.ts'
import { prepareCall } from '../flow/call-api.ts'
import type { Carrier } from '../flow/carrier.ts'
import { sendApi } from '../flow/send-api.ts'
import { challengeOf } from '../oauth/challenge.ts'
import { type Broken, broken, brokenBy } from './broken.ts'
import type { Step } from './planned.ts'
import type { ProbeDeps, Probing } from './probing.ts'

/** A call that was sent once, with what came: success, a refusal as of a token (400, 401 or 403), or what says neither. */
export type CallAnswer =
  | { kind: 'accepted' | 'refused'; status: number; exchange: Exchange; error: string | null }
  | (Broken & { exchange: Exchange | null })

/** Sends a saved call with what `carrier` carries. No redirect is followed, nothing is renewed, no assertion is checked. */
export async function callOnce(
  deps: ProbeDeps,
  { environment, begin }: Probing,
  call: ApiCall,
  carrier: Carrier,
  step: Step,
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
  const error = challengeOf(response)?.error ?? null
  if (status >= 200 && status < 300) return { kind: 'accepted', status, exchange, error }
  if (status === 400 || status === 401 || status === 403) return { kind: 'refused', status, exchange, error }
  return { ...brokenBy(step, exchange), exchange }
}
