import { memberOf, stringOf } from '../../contract/json-source.ts'
import type { Finding, FindingCode } from '../../contract/finding.ts'
import type { OAuthError } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/token.ts'
import { readJsonObject } from '../token/json.ts'
import { finding } from './finding.ts'

type Refusal =
  | { kind: 'refused'; status: number; error: OAuthError; findings: Finding[] }
  | { kind: 'nonconformant'; status: number; findings: Finding[] }

const knownErrors: Readonly<Record<string, FindingCode>> = {
  invalid_client: 'invalid_client',
  invalid_scope: 'invalid_scope',
  invalid_grant: 'invalid_grant',
  invalid_request: 'invalid_request',
  invalid_target: 'invalid_target',
  unauthorized_client: 'unauthorized_client',
  unsupported_grant_type: 'unsupported_grant_type',
}

/** Judges an answer that is not a success. @see RFC 6749 §5.2 */
export function judgeRefusal(status: number, object: JsonObject | null, findings: readonly Finding[]): Refusal {
  const read = object === null ? null : readError(object)
  if (read === null) {
    const unexpected = finding('status_unexpected', 'error', 'RFC 6749 §5.2', { status: String(status) })
    const missing = object === null ? [] : [finding('error_missing', 'error', 'RFC 6749 §5.2')]
    return { kind: 'nonconformant', status, findings: [unexpected, ...missing, ...findings] }
  }
  const { error, nested } = read
  const evidence = {
    status: String(status),
    error: error.error,
    ...(error.error_description === null ? {} : { error_description: error.error_description }),
  }
  const main = finding(knownErrors[error.error] ?? 'refused_other', 'error', 'RFC 6749 §5.2', evidence)
  const note = nested ? [finding('error_nested', 'info', 'RFC 6749 §5.2')] : []
  return { kind: 'refused', status, error, findings: [main, ...note, ...findings] }
}

function readError(object: JsonObject): { error: OAuthError; nested: boolean } | null {
  const source = memberOf(object, 'error')?.source
  const code = stringOf(source)
  if (code !== null) return { error: errorOf(code, object), nested: false }
  // cidaas answers { "error": { "error": "invalid_client", "error_description": … } }.
  const inner = source === undefined ? null : readJsonObject(source)
  if (inner?.kind !== 'object') return null
  const innerCode =
    stringOf(memberOf(inner.object, 'error')?.source) ?? stringOf(memberOf(inner.object, 'code')?.source)
  return innerCode === null ? null : { error: errorOf(innerCode, inner.object), nested: true }
}

function errorOf(error: string, object: JsonObject): OAuthError {
  return {
    error,
    error_description: stringOf(memberOf(object, 'error_description')?.source),
    error_uri: stringOf(memberOf(object, 'error_uri')?.source),
  }
}
