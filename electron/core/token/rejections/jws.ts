import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { rejectCritical } from './critical.ts'
import { readHeader } from './header.ts'
import type { Rejection } from './rejection.ts'
import { rejectSegments } from './segments.ts'
import { rejectSignatureLength } from './signature-length.ts'
import { rejectUnencodedPayload } from './unencoded-payload.ts'

export type JwsReading =
  | { ok: true; header: JsonObject; alg: string; kid: string | null }
  | { ok: false; rejection: Rejection; header: JsonObject | null }

/** All that makes a JWS in compact form unfit by itself, no matter the key. */
export function readJws(token: string): JwsReading {
  const reading = readHeader(token)
  if (!reading.ok) return { ok: false, rejection: rejectSegments(token, 3) ?? reading.rejection, header: null }
  const { header } = reading
  const alg = stringOf(memberOf(header, 'alg')?.source)
  const rejection =
    rejectAlgorithm(alg) ?? rejectSegments(token, 3) ?? rejectCritical(header) ?? rejectUnencodedPayload(header)
  if (rejection !== null) return { ok: false, rejection, header }
  if (token.endsWith('.')) return { ok: false, rejection: { reason: 'signature_empty', evidence: {} }, header }
  const signature = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url')
  const length = rejectSignatureLength(alg ?? '', signature)
  if (length !== null) return { ok: false, rejection: length, header }
  return { ok: true, header, alg: alg ?? '', kid: stringOf(memberOf(header, 'kid')?.source) }
}

/** @see RFC 7518 §3.6, RFC 8725 §3.2 */
function rejectAlgorithm(alg: string | null): Rejection | null {
  if (alg === null || alg === '') return { reason: 'algorithm_missing', evidence: {} }
  return alg.toLowerCase() === 'none' ? { reason: 'signature_none', evidence: { alg } } : null
}
