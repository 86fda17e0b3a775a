import { memberOf, stringOf } from '../../contract/json-source.ts'
import type { Finding, FindingCode } from '../../contract/finding.ts'
import type { OAuthError } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { readJsonObject } from '../token/json.ts'
import type { Answered } from './answer.ts'
import { challengesOf } from './challenge.ts'
import { finding } from './finding.ts'
import { isWebPage } from './response-body.ts'
import { isExplained } from './web-server.ts'

type Refusal =
  | { kind: 'refused'; status: number; error: OAuthError; findings: Finding[] }
  | { kind: 'nonconformant'; status: number; findings: Finding[] }

interface ReadError {
  error: OAuthError
  /** Names of the finding's evidence beside the error's own members. */
  beside: Record<string, string>
  notes: Finding[]
}

/** A map, since servers choose the key: an object would know `constructor`. */
const knownErrors: ReadonlyMap<string, FindingCode> = new Map([
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
  const { status, object, response, findings } = answer
  const read = (object === null ? null : errorOfBody(object)) ?? errorOfChallenge(answer)
  if (read === null) return { kind: 'nonconformant', status, findings: unexplained(answer) }
  const { error, beside, notes } = read
  const evidence = {
    status: String(status),
    error: error.error,
    ...(error.error_description === null ? {} : { error_description: error.error_description }),
    ...beside,
  }
  const main = finding(knownErrors.get(error.error) ?? 'refused_other', 'error', 'RFC 6749 §5.2', evidence)
  const rest = isWebPage(response) || response.body.length === 0 ? findings.filter(isNoBodyProblem) : findings
  return { kind: 'refused', status, error, findings: [main, ...notes, ...rest] }
}

/** What can be said when a server does not say what is wrong; whatever its web server said comes first. */
function unexplained({ status, object, response, findings }: Answered): Finding[] {
  if (isExplained(findings)) return findings.filter(isNoBodyProblem)
  const said = object === null ? null : messageOf(object)
  const body = response.body.length === 0 ? 'empty' : object === null ? 'other' : 'json'
  return [
    finding('status_unexpected', 'error', 'RFC 6749 §5.2', { status: String(status) }),
    finding('error_missing', 'error', 'RFC 6749 §5.2', {
      status: String(status),
      body,
      ...(said && { message: said }),
    }),
    ...findings.filter(({ code }) => code !== 'body_empty'),
  ]
}

/** Of an error that is told by other means, nobody misses a JSON body. */
function isNoBodyProblem({ code }: Finding): boolean {
  return code !== 'body_empty' && code !== 'body_not_json'
}

function errorOfBody(object: JsonObject): ReadError | null {
  const source = memberOf(object, 'error')?.source
  const code = stringOf(source)
  if (code !== null && code !== '') return { error: errorOf(code, object), beside: scopeBeside(object), notes: [] }
  // cidaas answers { "error": { "error": "invalid_client", "error_description": … } }.
  const inner = source === undefined ? null : readJsonObject(source)
  if (inner?.kind !== 'object') return null
  const innerCode = stringOf(memberOf(inner.object, 'error')?.source) ?? codeOf(memberOf(inner.object, 'code')?.source)
  if (innerCode === null || innerCode === '') return null
  const error = errorOf(innerCode, inner.object)
  const notes = [finding('error_nested', 'info', 'RFC 6749 §5.2')]
  return { error, beside: scopeBeside(inner.object), notes }
}

/** Some servers say it in the header alone. */
function errorOfChallenge({ response }: Answered): ReadError | null {
  const told = challengesOf(response).find(({ challenge }) => challenge.error)
  const error = told?.challenge.error
  if (told === undefined || !error) return null
  const { header } = told
  const { error_description } = told.challenge
  const notes = [finding('error_in_challenge', 'info', 'RFC 6749 §5.2', { header })]
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

/** oidc-provider names the scope that it refuses in a member of its own; Ory Hydra adds a hint. */
function scopeBeside(object: JsonObject): Record<string, string> {
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  const scope = text('scope')
  const hint = text('error_hint')
  return { ...(scope !== null && { scope }), ...(hint !== null && { hint }) }
}

/** An error code, or a number that stands for one (cidaas). */
function codeOf(source: string | undefined): string | null {
  return stringOf(source) ?? (source !== undefined && /^\d+$/.test(source) ? source : null)
}

/** What a JSON answer without `error` says in words. @see RFC 9457 §3.1 */
function messageOf(object: JsonObject): string | null {
  for (const name of ['message', 'error_description', 'detail', 'title', 'code']) {
    const text = stringOf(memberOf(object, name)?.source)
    if (text !== null && text !== '') return text
  }
  return null
}
