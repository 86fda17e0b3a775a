import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { lintCritical } from './critical.ts'
import { readHeader } from './header.ts'
import type { Lint } from './lint.ts'
import { lintSegments } from './segments.ts'
import { lintSignatureLength } from './signature-length.ts'
import { lintUnencodedPayload } from './unencoded-payload.ts'

export type JwsLinting =
  | { ok: true; header: JsonObject; alg: string; kid: string | null }
  | { ok: false; lint: Lint; header: JsonObject | null }

/** All that makes a JWS in compact form unfit by itself, whatever the key. */
export function lintJws(token: string): JwsLinting {
  const reading = readHeader(token)
  if (!reading.ok) return { ok: false, lint: lintSegments(token, 3) ?? reading.lint, header: null }
  const { header } = reading
  const alg = stringOf(memberOf(header, 'alg')?.source)
  const lint = lintAlgorithm(alg) ?? lintSegments(token, 3) ?? lintCritical(header) ?? lintUnencodedPayload(header)
  if (lint !== null) return { ok: false, lint, header }
  if (token.endsWith('.')) return { ok: false, lint: { reason: 'lint_no_signature', evidence: {} }, header }
  const signature = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url')
  const length = lintSignatureLength(alg ?? '', signature)
  if (length !== null) return { ok: false, lint: length, header }
  return { ok: true, header, alg: alg ?? '', kid: stringOf(memberOf(header, 'kid')?.source) }
}

/** @see RFC 7518 §3.6, RFC 8725 §3.2 */
function lintAlgorithm(alg: string | null): Lint | null {
  if (alg === null || alg === '') return { reason: 'algorithm_missing', evidence: {} }
  return alg.toLowerCase() === 'none' ? { reason: 'signature_none', evidence: { alg } } : null
}
