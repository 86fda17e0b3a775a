import type { ComparisonRow } from '../../contract/comparison.ts'
import type { TransportFailure } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject, Member } from '../../contract/json-object.ts'
import type { Challenge, OAuthError } from '../../contract/outcome.ts'
import { mark } from '../../common/mask-token.ts'
import { type Mask, maskValues } from '../redaction/mask.ts'

export interface Redactable {
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
export function redactOutcome<Outcome extends Redactable>(outcome: Outcome, hide: Mask): Outcome {
  const { findings, error, response, comparison, challenge, failure, statusText } = outcome
  return {
    ...outcome,
    findings: findings.map((finding) => withEvidence(finding, hide)),
    ...(error !== undefined && { error: hiddenError(error, hide) }),
    ...(response !== undefined && { response: hiddenObject(response, hide) }),
    ...(comparison && { comparison: comparison.map((row) => hiddenRow(row, hide)) }),
    ...(challenge && { challenge: hiddenChallenge(challenge, hide) }),
    ...(failure !== undefined && { failure: hiddenFailure(failure, hide) }),
    ...(statusText !== undefined && { statusText: hide(statusText) }),
  }
}

/** A redirect may lead to a host that repeats a secret. */
const hiddenFailure = (failure: TransportFailure, hide: Mask): TransportFailure => ({
  ...failure,
  host: hide(failure.host),
  evidence: maskValues(failure.evidence, hide),
})

/** A member's name and a value to set come from the server as well. */
function withEvidence({ evidence, pointers, change, ...finding }: Finding, hide: Mask): Finding {
  return {
    ...finding,
    evidence: maskValues(evidence, hide),
    pointers: pointers.map((pointer) =>
      pointer.kind === 'response_member' ? { ...pointer, name: hide(pointer.name) } : pointer,
    ),
    ...(change && { change: { ...change, value: hiddenValue(change.value, hide) } }),
  }
}

function hiddenValue(value: NonNullable<Finding['change']>['value'], hide: Mask) {
  if (typeof value === 'string') return hide(value)
  return typeof value === 'boolean' ? value : value.map(hide)
}

const orNull = (text: string | null, hide: Mask) => (text === null ? null : hide(text))

function hiddenError({ error, error_description, error_uri }: OAuthError, hide: Mask): OAuthError {
  return {
    error: hide(error),
    error_description: orNull(error_description, hide),
    error_uri: orNull(error_uri, hide),
  }
}

function hiddenChallenge({ scheme, error, error_description, scope }: Challenge, hide: Mask): Challenge {
  return {
    scheme,
    error: orNull(error, hide),
    error_description: orNull(error_description, hide),
    scope: orNull(scope, hide),
  }
}

function hiddenObject({ source, members }: JsonObject, hide: Mask): JsonObject {
  return {
    source: redactJson(source, hide),
    members: members.map((member) => ({ ...redactMember(member, hide), name: hide(member.name) })),
  }
}

function hiddenRow(row: ComparisonRow, hide: Mask): ComparisonRow {
  const { left, right, meaning } = row
  return {
    ...row,
    name: hide(row.name),
    left: left === null ? null : redactJson(left, hide),
    right: right === null ? null : redactJson(right, hide),
    meaning:
      meaning?.kind === 'set'
        ? { kind: 'set', onlyLeft: meaning.onlyLeft.map(hide), onlyRight: meaning.onlyRight.map(hide) }
        : meaning,
  }
}

/** A member whose name may say that its value must not be shown. */
export function redactMember(member: Member, hide: Mask): Member {
  const before = `${JSON.stringify(member.name)}: `
  return { ...member, source: redactJson(member.source, (source) => hide(before + source).slice(before.length)) }
}

/** The source of a JSON value stays one: a mask in the place of a number is put in quotes. */
export function redactJson(source: string, hide: Mask): string {
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
