import { memberOf, stringListOf, stringOf } from '../../contract/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { DiscoveryOutcome, Metadata } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { readJsonObject } from '../token/json.ts'
import { type Answered, readAnswer } from './answer.ts'
import { finding } from './finding.ts'
import type { Judged } from './judged.ts'
import { isExposed } from './loopback.ts'
import { isWebPage } from './response-body.ts'
import { isExplained } from './web-server.ts'

const endpointNames = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const
const aliasNames = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const

/** What a published document is looked at for; what was sent about one (`not_sent`) is not judged. */
export type JudgedMetadata = Judged<Exclude<DiscoveryOutcome, { kind: 'not_sent' }>>

export function buildMetadataRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: [['Accept', 'application/json']], body: null }
}

/** Judges a metadata document: its issuer must be the one asked for, to the letter. @see RFC 8414 §3.3 */
export function judgeMetadata(transcript: Transcript, issuer: string): JudgedMetadata {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { url } = transcript.request
  const { status, object, findings } = answer
  if (isNoDocument(answer)) {
    return { kind: 'none', tried: [{ url, status }], findings: findings.filter(({ code }) => code === 'not_encrypted') }
  }
  const nonconformant = (...first: Finding[]) => ({
    kind: 'nonconformant' as const,
    status,
    findings: [...first, ...findings],
  })
  if (status !== 200) {
    const unexpected = finding('status_unexpected', 'error', 'RFC 8414 §3.2', { status: String(status) })
    return isExplained(findings) ? nonconformant() : nonconformant(unexpected)
  }
  if (object === null) return nonconformant()
  const metadata = metadataOf(object)
  if (metadata.issuer !== issuer) {
    const evidence = { configured: issuer, published: metadata.issuer || 'none' }
    return nonconformant(finding('issuer_mismatch', 'error', 'RFC 8414 §3.3', evidence))
  }
  const unsafe = endpointsOf(metadata).find(([, address]) => !isSafe(address))
  if (unsafe !== undefined) {
    const [name, address] = unsafe
    return nonconformant(finding('metadata_not_encrypted', 'error', 'RFC 8414 §2', { name, url: address, issuer }))
  }
  return { kind: 'found', url, metadata, findings: [...findings, ...judgeEndpoints(metadata)] }
}

/** True when what this address answered leaves the next one worth a try. */
export function hasNoMetadata(outcome: JudgedMetadata): boolean {
  if (outcome.kind === 'none') return true
  const isDocument = (code: string) => code === 'issuer_mismatch' || code === 'metadata_not_encrypted'
  return outcome.kind === 'nonconformant' && !outcome.findings.some(({ code }) => isDocument(code))
}

/**
 * The outcome to show of those that the addresses gave, in the order tried: a document, else an answer that tells more
 * than that there is none, else that there is none at any of them.
 */
export function chooseMetadata<Outcome extends JudgedMetadata>(outcomes: readonly [Outcome, ...Outcome[]]): Outcome {
  const [first] = outcomes
  const telling =
    outcomes.find(({ kind }) => kind === 'found') ??
    outcomes.find((outcome) => !hasNoMetadata(outcome)) ??
    outcomes.find(({ kind }) => kind !== 'none')
  if (telling !== undefined) return telling
  return { ...first, tried: outcomes.flatMap((outcome) => (outcome.kind === 'none' ? outcome.tried : [])) }
}

/** A server without metadata is a normal case: it has no such address, or answers everything with its web page (lemonldap). */
function isNoDocument({ status, response, object, findings }: Answered): boolean {
  if (isExplained(findings)) return false
  if (status >= 400 && status < 500) return status !== 407 && status !== 429
  return status < 300 && object === null && (response.body.length === 0 || isWebPage(response))
}

function metadataOf(object: JsonObject): Metadata {
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  const list = (name: string) => stringListOf(memberOf(object, name)?.source)
  return {
    issuer: text('issuer') ?? '',
    token_endpoint: text('token_endpoint'),
    introspection_endpoint: text('introspection_endpoint'),
    revocation_endpoint: text('revocation_endpoint'),
    jwks_uri: text('jwks_uri'),
    token_endpoint_auth_methods_supported: list('token_endpoint_auth_methods_supported'),
    token_endpoint_auth_signing_alg_values_supported: list('token_endpoint_auth_signing_alg_values_supported'),
    introspection_endpoint_auth_methods_supported: list('introspection_endpoint_auth_methods_supported'),
    scopes_supported: list('scopes_supported'),
    grant_types_supported: list('grant_types_supported'),
    dpop_signing_alg_values_supported: list('dpop_signing_alg_values_supported'),
    tls_client_certificate_bound_access_tokens: booleanOf(object, 'tls_client_certificate_bound_access_tokens'),
    mtls_endpoint_aliases: aliasesOf(memberOf(object, 'mtls_endpoint_aliases')?.source),
  }
}

/** @see RFC 8705 §5 */
function aliasesOf(source: string | undefined): Metadata['mtls_endpoint_aliases'] {
  const reading = source === undefined ? null : readJsonObject(source)
  if (reading?.kind !== 'object') return null
  const { object } = reading
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  return {
    token_endpoint: text('token_endpoint'),
    introspection_endpoint: text('introspection_endpoint'),
    revocation_endpoint: text('revocation_endpoint'),
  }
}

function booleanOf(object: JsonObject, name: string): boolean | null {
  const source = memberOf(object, name)?.source
  return source === 'true' || source === 'false' ? source === 'true' : null
}

/** Every address in the document that requests of this app would go to, by its name. */
function endpointsOf(metadata: Metadata): [name: string, url: string][] {
  const { mtls_endpoint_aliases: aliases } = metadata
  const named: [string, string | null][] = [
    ...endpointNames.map((name): [string, string | null] => [name, metadata[name]]),
    ...aliasNames.map((name): [string, string | null] => [`mtls_endpoint_aliases.${name}`, aliases?.[name] ?? null]),
  ]
  return named.flatMap(([name, url]): [string, string][] => (url === null ? [] : [[name, url]]))
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !isExposed(url)
}

function judgeEndpoints(metadata: Metadata): Finding[] {
  const { issuer, mtls_endpoint_aliases: aliases } = metadata
  const missing = endpointNames.filter((name) => metadata[name] === null)
  const { origin } = new URL(issuer)
  // Aliases are at another host or port by nature.
  const elsewhere = endpointNames.flatMap((name) => {
    const url = metadata[name]
    return url === null || new URL(url).origin === origin ? [] : [{ name, origin: new URL(url).origin }]
  })
  const other = {
    issuer,
    names: elsewhere.map(({ name }) => name).join(', '),
    origin: [...new Set(elsewhere.map((endpoint) => endpoint.origin))].join(', '),
  }
  const hasAliases = aliases !== null && aliasNames.some((name) => aliases[name] !== null)
  return [
    ...(elsewhere.length === 0 ? [] : [finding('metadata_other_origin', 'warning', 'RFC 8414 §6.2', other)]),
    ...(hasAliases ? [finding('metadata_aliases', 'info', 'RFC 8705 §5')] : []),
    ...(missing.length === 0
      ? []
      : [finding('metadata_endpoint_missing', 'info', 'RFC 8414 §2', { missing: missing.join(', ') })]),
  ]
}
