import { memberOf, stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { OAuthError } from '../../contract/outcome.ts'
import { finding } from '../finding.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { readJsonObject } from '../json/json.ts'
import { type Answered, isExplained, isRefusal } from './answer.ts'
import { challengesOf } from './challenge.ts'
import { formOf } from './form-body.ts'
import { isWebPage, kindOfJson } from './response-body.ts'
import { wordsOfServer } from './server-words.ts'
import { decodeUtf8 } from '../token/decode/utf8.ts'

type Refusal =
  | { kind: 'refused'; status: number; error: OAuthError; findings: Finding[] }
  | { kind: 'nonconformant'; status: number; findings: Finding[] }

export interface ReadError {
  error: OAuthError
  /** Evidence beside the error's own members. */
  beside: { scope?: string; hint?: string }
  notes: Finding[]
}

type RefusalCode =
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_target'
  | 'unauthorized_client'
  | 'unsupported_grant_type'

/** A map, since servers choose the key: an object would know `constructor`. */
const knownErrors = new Map<string, RefusalCode>([
  ['invalid_client', 'invalid_client'],
  ['invalid_scope', 'invalid_scope'],
  // glewlwyd's word for it.
  ['scope_invalid', 'invalid_scope'],
  ['invalid_grant', 'invalid_grant'],
  ['invalid_request', 'invalid_request'],
  ['invalid_target', 'invalid_target'],
  ['unauthorized_client', 'unauthorized_client'],
  ['unsupported_grant_type', 'unsupported_grant_type'],
])

/** Judges an answer that is not a success. @see RFC 6749 §5.2 */
export function judgeRefusal(answer: Answered): Refusal {
  const { status, response, findings } = answer
  const read = errorOfAnswer(answer)
  if (read === null) return { kind: 'nonconformant', status, findings: unexplained(answer) }
  const { error, beside, notes } = read
  const described = error.error_description?.trim() ? error.error_description : null
  const words = described === null ? wordsOfServer(response, [error.error, beside.hint ?? null]) : null
  const evidence = {
    status: String(status),
    error: error.error,
    ...(described === null ? {} : { error_description: described }),
    ...words,
    ...beside,
  }
  const code = knownErrors.get(error.error) ?? 'refused_other'
  const main = finding(code, evidence)
  const inSuccess = isRefusal(status) ? [] : [finding('error_in_success', { status: String(status) })]
  const rest = isWebPage(response) || response.body.length === 0 ? findings.filter(isNoBodyProblem) : findings
  return { kind: 'refused', status, error, findings: [main, ...inSuccess, ...notes, ...rest] }
}

/** The error that an answer names in its body, as JSON or as a form, or else in a challenge; null when it names none. */
export function errorOfAnswer(answer: Answered): ReadError | null {
  const { object, response } = answer
  const ofBody = object === null ? errorOfForm(response) : errorOfBody(object)
  return ofBody ?? errorOfChallenge(answer)
}

/** What can be said when a server does not say what is wrong; what its web server said comes first. */
function unexplained({ status, object, response, findings }: Answered): Finding[] {
  if (isExplained(findings)) return findings.filter(isNoBodyProblem)
  const body = response.body.length === 0 ? 'empty' : object === null ? 'other' : 'json'
  const error = object === null ? undefined : memberOf(object, 'error')?.source
  return [
    finding('status_unexpected', { status: String(status) }, { severity: 'error', section: 'RFC 6749 §5.2' }),
    finding('error_missing', {
      status: String(status),
      body,
      ...(error !== undefined && (/^[{[]/.test(error) ? { errorIs: kindOfJson(error) } : { error })),
      ...wordsOfServer(response),
    }),
    ...findings.filter(({ code }) => code !== 'body_empty'),
  ]
}

/** Of an error that is reported by other means, nobody misses a JSON body. */
function isNoBodyProblem({ code }: Finding): boolean {
  return code !== 'body_empty' && code !== 'body_not_json'
}

export function errorOfBody(object: JsonObject): ReadError | null {
  const source = memberOf(object, 'error')?.source
  const code = stringOf(source)
  if (code !== null && code.trim() !== '')
    return { error: errorOf(code, object), beside: scopeBeside(object), notes: [] }
  // cidaas answers { "error": { "error": "invalid_client", "error_description": … } }.
  const inner = source === undefined ? null : readJsonObject(source)
  if (inner?.kind !== 'object') return null
  const innerCode = stringOf(memberOf(inner.object, 'error')?.source) ?? codeOf(memberOf(inner.object, 'code')?.source)
  if (innerCode === null || innerCode.trim() === '') return null
  const error = errorOf(innerCode, inner.object)
  const notes = [finding('error_nested')]
  return { error, beside: scopeBeside(inner.object), notes }
}

/** GitHub answers so unless it is asked for JSON. */
function errorOfForm({ body }: Pick<ReceivedResponse, 'body'>): ReadError | null {
  const form = formOf(decodeUtf8(body) ?? '')
  const error = form?.get('error')?.trim()
  if (!form || !error) return null
  const text = (name: string) => form.get(name) ?? null
  return {
    error: { error, error_description: text('error_description'), error_uri: text('error_uri') },
    beside: {},
    notes: [],
  }
}

/** Some servers say it in the header alone. */
function errorOfChallenge({ response }: Answered): ReadError | null {
  const named = challengesOf(response).find(({ challenge }) => challenge.error?.trim())
  const error = named?.challenge.error
  if (named === undefined || !error) return null
  const { header } = named
  const { error_description } = named.challenge
  const notes = [finding('error_in_challenge', { header })]
  return { error: { error, error_description, error_uri: null }, beside: {}, notes }
}

function errorOf(error: string, object: JsonObject): OAuthError {
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  return {
    error,
    error_description: text('error_description') ?? text('message'),
    error_uri: text('error_uri'),
  }
}

/** oidc-provider names the scope that it refuses in its own member; Ory Hydra adds a hint. */
function scopeBeside(object: JsonObject): ReadError['beside'] {
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  const scope = text('scope')
  const hint = text('error_hint')
  return { ...(scope !== null && { scope }), ...(hint !== null && { hint }) }
}

/** An error code, or a number that stands for one (cidaas). */
function codeOf(source: string | undefined): string | null {
  return stringOf(source) ?? (source !== undefined && /^\d+$/.test(source) ? source : null)
}
