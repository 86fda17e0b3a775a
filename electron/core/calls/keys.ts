import type { JSONWebKeySet } from 'jose'
import { readAnswer } from '../oauth/answer.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import type { Keys } from '../token/verify.ts'
import type { CallContext, Desk, Subject } from './desk.ts'
import { routeOf } from './route.ts'
import { sendRecorded } from './send.ts'

/** The key set of the authorization server, or why there is none, and the exchange that fetched it. */
export async function fetchKeys(
  desk: Desk,
  subject: Subject,
  context: CallContext,
): Promise<{ keys: Keys; exchangeId: string | null }> {
  const none = (reason: Extract<Keys, { kind: 'none' }>['reason'], exchangeId: string | null = null) => ({
    keys: { kind: 'none', reason } as const,
    exchangeId,
  })
  const { jwks_uri } = subject.value
  if (jwks_uri === '') return none('jwks_uri_missing')
  const routed = await routeOf(desk, subject, context.signal)
  if (!routed.ok) return none('keys_unreachable')
  const { route } = routed.value
  const about = { subject: routed.value.subject, purpose: 'jwks', authentication: null } as const
  const { transcript, exchange } = await sendRecorded(desk, buildMetadataRequest(jwks_uri), route, context, about)
  const answer = readAnswer(transcript)
  if (answer.kind === 'nonconformant') return none('keys_redirected', exchange.id)
  if (answer.kind === 'unreachable') return none('keys_unreachable', exchange.id)
  const keys = answer.status === 200 && answer.object !== null ? keySetOf(answer.object.source) : null
  return keys === null ? none('keys_invalid', exchange.id) : { keys: { kind: 'keys', keys }, exchangeId: exchange.id }
}

/** @see RFC 7517 §5 */
function keySetOf(source: string): JSONWebKeySet | null {
  const parsed: unknown = JSON.parse(source)
  const isSet = (value: unknown): value is JSONWebKeySet =>
    typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
  return isSet(parsed) ? parsed : null
}
