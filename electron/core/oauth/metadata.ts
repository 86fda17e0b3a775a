import { memberOf, stringListOf, stringOf } from '../../common/json-source.ts'
import { isExposed } from '../../common/loopback.ts'
import type { Finding, FindingCode } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { DiscoveryOutcome, Metadata } from '../../contract/outcome.ts'
import { finding } from '../finding.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { readJsonObject } from '../json/json.ts'
import { type Answered, isExplained, readAnswer } from './answer.ts'
import type { Judged } from './judged.ts'
import { isWebPage, kindOfJson } from './response-body.ts'

const endpointNames = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const
const aliasNames = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const

/** What a published document is looked at for; what was sent about one (`not_sent`) is not judged. */
export type JudgedMetadata = Judged<Exclude<DiscoveryOutcome, { kind: 'not_sent' }>>

export function buildMetadataRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: [['Accept', 'application/json']], body: null }
}

/** Judges a metadata document: its issuer must match the one asked for exactly. @see RFC 8414 §3.3 */
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
    const unexpected = finding(
      'status_unexpected',
      { status: String(status) },
      { severity: 'error', section: 'RFC 8414 §3.2' },
    )
    return isExplained(findings) ? nonconformant() : nonconformant(unexpected)
  }
  if (object === null) return nonconformant()
  const metadata = metadataOf(object)
  const published = memberOf(object, 'issuer')?.source
  if (metadata.issuer === '') {
    const is = published === undefined ? 'missing' : published === '""' ? 'empty' : kindOfJson(published)
    return nonconformant(finding('issuer_missing', { configured: issuer, is }))
  }
  if (metadata.issuer !== issuer) {
    const template = /\{[^{}/]{1,60}\}/.exec(metadata.issuer)?.[0]
    const evidence = { configured: issuer, published: metadata.issuer, ...(template !== undefined && { template }) }
    const isUsable = template === undefined && /^https?:\/\//.test(metadata.issuer)
    const change = isUsable ? { change: { field: 'issuer', value: metadata.issuer } } : {}
    return nonconformant(finding('issuer_mismatch', evidence, change))
  }
  const faults = endpointFaults(object)
  const unusable = faults.find(({ isRefused }) => isRefused)
  if (unusable !== undefined) return nonconformant(unusable.finding)
  const exposed = endpointsOf(metadata).find(([, address]) => isExposed(address))
  if (exposed !== undefined) {
    const [name, address] = exposed
    return nonconformant(finding('metadata_not_encrypted', { name, url: address, issuer }))
  }
  const faulty = faults.map(({ name }) => name)
  const ofEndpoints = [...faults.map((fault) => fault.finding), ...judgeEndpoints(metadata, faulty)]
  return { kind: 'found', url, metadata, findings: [...findings, ...ofEndpoints] }
}

/** What only a metadata document can be faulted for. */
const ofDocuments = new Set<FindingCode>(['issuer_mismatch', 'metadata_endpoint_invalid', 'metadata_not_encrypted'])

/** True when what this address answered leaves the next one worth a try. */
export function hasNoMetadata(outcome: JudgedMetadata): boolean {
  if (outcome.kind === 'none') return true
  return outcome.kind === 'nonconformant' && !outcome.findings.some(({ code }) => ofDocuments.has(code))
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
  const text = (name: string) => stringOf(memberOf(object, name)?.source)?.trim() || null
  const list = (name: string) => stringListOf(memberOf(object, name)?.source)
  return {
    issuer: stringOf(memberOf(object, 'issuer')?.source) ?? '',
    access_token_issuer: stringOf(memberOf(object, 'access_token_issuer')?.source),
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
  const text = (name: string) => stringOf(memberOf(object, name)?.source)?.trim() || null
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

interface EndpointFault {
  name: string
  /** Whether the document is refused for it. */
  isRefused: boolean
  finding: Finding
}

/**
 * Endpoints that are no absolute http or https URL. A text refuses the document: it was meant as an address; anything else
 * is as good as not there.
 */
function endpointFaults(object: JsonObject): EndpointFault[] {
  const aliases = memberOf(object, 'mtls_endpoint_aliases')?.source
  const reading = aliases === undefined ? null : readJsonObject(aliases)
  const ofAliases = reading?.kind === 'object' ? reading.object : null
  return [
    ...endpointNames.flatMap((name) => endpointFault(name, memberOf(object, name)?.source) ?? []),
    ...aliasNames.flatMap((name) => {
      const source = ofAliases === null ? undefined : memberOf(ofAliases, name)?.source
      return endpointFault(`mtls_endpoint_aliases.${name}`, source) ?? []
    }),
  ]
}

function endpointFault(name: string, source: string | undefined): EndpointFault | null {
  if (source === undefined || source === 'null') return null
  const url = stringOf(source)
  if (url === null) return ignored(name, kindOfJson(source))
  if (url.trim() === '') return ignored(name, 'empty')
  if (!URL.canParse(url)) return refused(name, 'relative', url)
  return /^https?:$/.test(new URL(url).protocol) ? null : refused(name, 'not_http', url)
}

const memberAt = (name: string) => ({ kind: 'response_member', name }) as const

function ignored(name: string, is: string): EndpointFault {
  const evidence = { name, is, refused: 'no' }
  return {
    name,
    isRefused: false,
    finding: finding('metadata_endpoint_invalid', evidence, { severity: 'warning', pointers: [memberAt(name)] }),
  }
}

function refused(name: string, is: string, url: string): EndpointFault {
  const evidence = { name, is, refused: 'yes', url }
  return {
    name,
    isRefused: true,
    finding: finding('metadata_endpoint_invalid', evidence, { severity: 'error', pointers: [memberAt(name)] }),
  }
}

function judgeEndpoints(metadata: Metadata, faulty: readonly string[]): Finding[] {
  const { issuer, mtls_endpoint_aliases: aliases } = metadata
  const missing = endpointNames.filter((name) => metadata[name] === null && !faulty.includes(name))
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
    ...(elsewhere.length === 0 ? [] : [finding('metadata_other_origin', other)]),
    ...(hasAliases ? [finding('metadata_aliases')] : []),
    ...(missing.length === 0 ? [] : [finding('metadata_endpoint_missing', { missing: missing.join(', ') })]),
  ]
}
