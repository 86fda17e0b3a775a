import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'

const notThere = new Set([502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530])
/** Headers in which servers name a request, the more usual first. */
const traces = [
  'x-request-id',
  'x-correlation-id',
  'x-ms-request-id',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-b3-traceid',
  'x-trace-id',
  'trace-id',
  'traceparent',
  'x-okta-request-id',
  'request-id',
  'cf-ray',
]

/** The server failed, or is not there. */
export function serverFault(kase: Case): Cause[] {
  const { answer } = kase
  if (answer === null) return []
  const { status, error } = answer
  if (notThere.has(status) || error === 'temporarily_unavailable') {
    return [cause(kase, 'server_unavailable', { basis: 'code', confidence: 'likely' }, {})]
  }
  const isOther = error !== null && /^(?:invalid_|unauthorized_|unsupported_)/.test(error)
  if ((status < 500 || status > 599 || status === 505 || status === 511 || isOther) && error !== 'server_error')
    return []
  const trace = traces.map((name) => answer.headers.get(name)?.trim() ?? '').find(Boolean) ?? ''
  return [cause(kase, 'server_error', { basis: 'code', confidence: 'likely' }, { ...(trace && { trace }) })]
}
