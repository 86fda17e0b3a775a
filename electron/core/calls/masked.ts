import type { TransportFailure } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { ComparisonRow } from '../../contract/comparison.ts'
import type { Challenge, OAuthError } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { mark } from '../http/mask.ts'
import { maskOf } from '../http/redact.ts'

interface Told {
  findings: readonly Finding[]
  error?: OAuthError
  response?: JsonObject
  comparison?: readonly ComparisonRow[] | null
  challenge?: Challenge | null
  failure?: TransportFailure
  statusText?: string
}

/**
 * What a server said, without the secrets that some repeat in it: the evidence of findings, the texts of an error, of a
 * challenge, of a failure and of the status line, an introspection response and what it was compared with.
 */
export function masked<Outcome extends Told>(outcome: Outcome, secrets: readonly string[]): Outcome {
  const hide = maskOf(secrets)
  const { findings, error, response, comparison, challenge, failure, statusText } = outcome
  return {
    ...outcome,
    findings: findings.map((finding) => withEvidence(finding, hide)),
    ...(error !== undefined && { error: hiddenError(error, hide) }),
    ...(response !== undefined && { response: hiddenObject(response, hide) }),
    ...(comparison && { comparison: comparison.map((row) => hiddenRow(row, hide)) }),
    ...(challenge && { challenge: hiddenChallenge(challenge, hide) }),
    ...(failure !== undefined && { failure: { ...failure, detail: hide(failure.detail) } }),
    ...(statusText !== undefined && { statusText: hide(statusText) }),
  }
}

type Hide = (text: string) => string

function withEvidence({ evidence, ...finding }: Finding, hide: Hide): Finding {
  const hidden = Object.entries(evidence).map(([name, value]): [string, string] => [name, hide(value)])
  return { ...finding, evidence: Object.fromEntries(hidden) }
}

const orNull = (text: string | null, hide: Hide) => (text === null ? null : hide(text))

function hiddenError({ error, error_description, error_uri }: OAuthError, hide: Hide): OAuthError {
  return {
    error: hide(error),
    error_description: orNull(error_description, hide),
    error_uri: orNull(error_uri, hide),
  }
}

function hiddenChallenge({ scheme, error, error_description, scope }: Challenge, hide: Hide): Challenge {
  return {
    scheme,
    error: orNull(error, hide),
    error_description: orNull(error_description, hide),
    scope: orNull(scope, hide),
  }
}

function hiddenObject({ source, members }: JsonObject, hide: Hide): JsonObject {
  return {
    source: hiddenSource(source, hide),
    members: members.map((member) => ({
      ...member,
      name: hide(member.name),
      source: hiddenSource(member.source, hide),
    })),
  }
}

function hiddenRow(row: ComparisonRow, hide: Hide): ComparisonRow {
  const { left, right, meaning } = row
  return {
    ...row,
    name: hide(row.name),
    left: left === null ? null : hiddenSource(left, hide),
    right: right === null ? null : hiddenSource(right, hide),
    meaning:
      meaning?.kind === 'set'
        ? { kind: 'set', onlyLeft: meaning.onlyLeft.map(hide), onlyRight: meaning.onlyRight.map(hide) }
        : meaning,
  }
}

/** The source of a JSON value stays one: a mask that stands where a number stood is put in quotes. */
export function hiddenSource(source: string, hide: Hide): string {
  const hidden = hide(source)
  return hidden === source || isJson(hidden) ? hidden : JSON.stringify(mark)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
