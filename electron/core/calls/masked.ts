import type { Finding } from '../../contract/finding.ts'
import type { Challenge, OAuthError } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/token.ts'
import { maskText } from '../http/redact.ts'

interface Told {
  findings: readonly Finding[]
  error?: OAuthError
  response?: JsonObject
  challenge?: Challenge | null
}

/**
 * What a server said, without the secrets that some repeat in it: the evidence of findings, the texts of an error and of a
 * challenge, an introspection response.
 */
export function masked<Outcome extends Told>(outcome: Outcome, secrets: readonly string[]): Outcome {
  const hide = (text: string) => maskText(text, secrets)
  const { findings, error, response, challenge } = outcome
  return {
    ...outcome,
    findings: findings.map((finding) => withEvidence(finding, hide)),
    ...(error !== undefined && { error: { ...error, ...descriptionOf(error, hide) } }),
    ...(response !== undefined && { response: hiddenObject(response, hide) }),
    ...(challenge && { challenge: { ...challenge, ...descriptionOf(challenge, hide) } }),
  }
}

type Hide = (text: string) => string

function withEvidence({ evidence, ...finding }: Finding, hide: Hide): Finding {
  const hidden = Object.entries(evidence).map(([name, value]): [string, string] => [name, hide(value)])
  return { ...finding, evidence: Object.fromEntries(hidden) }
}

const descriptionOf = ({ error_description }: { error_description: string | null }, hide: Hide) => ({
  error_description: error_description === null ? null : hide(error_description),
})

function hiddenObject({ source, members }: JsonObject, hide: Hide): JsonObject {
  return {
    source: hide(source),
    members: members.map(({ name, source, duplicate }) => ({ name, source: hide(source), duplicate })),
  }
}
