import { memberOf, stringListOf, stringOf } from '../../contract/json-source.ts'
import type { DiscoveryOutcome, Metadata } from '../../contract/outcome.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { readAnswer } from './answer.ts'
import { finding } from './finding.ts'
import type { Judged } from './judged.ts'
import { isExposed } from './loopback.ts'

const endpointNames = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const

/**
 * Where an issuer's metadata may be, in the order to try: OpenID Connect Discovery §4 appends, RFC 8414 §3 inserts before
 * the path.
 */
export function metadataUrls(issuer: string): [string, string] {
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/$/, '')
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ]
}

/** The issuer meant by what a person typed: also the address of a metadata document itself. */
export function issuerOf(text: string): string {
  const trimmed = text.trim()
  const appended = /^(.*?)\/?\.well-known\/openid-configuration$/.exec(trimmed)
  if (appended?.[1] !== undefined) return appended[1].replace(/\/$/, '')
  const inserted = /^(https?:\/\/[^/]+)\/\.well-known\/oauth-authorization-server(.*)$/.exec(trimmed)
  return inserted === null ? trimmed : `${inserted[1]}${inserted[2]}`
}

export function buildMetadataRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: [['Accept', 'application/json']], body: null }
}

/** True when this address has no metadata document, so that the next one is worth a try. */
export function hasNoMetadata(outcome: Judged<DiscoveryOutcome>): boolean {
  return outcome.kind === 'nonconformant' && !outcome.findings.some(({ code }) => code === 'issuer_mismatch')
}

/** Judges a metadata document: its issuer must be the one asked for, to the letter. @see RFC 8414 §3.3 */
export function judgeMetadata(transcript: Transcript, issuer: string): Judged<DiscoveryOutcome> {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { status, object, findings } = answer
  const nonconformant = (...first: typeof findings): Judged<DiscoveryOutcome> => ({
    kind: 'nonconformant',
    status,
    findings: [...first, ...findings],
  })
  if (status !== 200)
    return nonconformant(finding('status_unexpected', 'error', 'RFC 8414 §3.2', { status: String(status) }))
  if (object === null) return nonconformant()
  const text = (name: string) => stringOf(memberOf(object, name)?.source)
  const published = text('issuer')
  if (published !== issuer) {
    const evidence = { configured: issuer, published: published ?? 'none' }
    return nonconformant(finding('issuer_mismatch', 'error', 'RFC 8414 §3.3', evidence))
  }
  const metadata: Metadata = {
    issuer: published,
    token_endpoint: text('token_endpoint'),
    introspection_endpoint: text('introspection_endpoint'),
    revocation_endpoint: text('revocation_endpoint'),
    jwks_uri: text('jwks_uri'),
    token_endpoint_auth_methods_supported: stringListOf(
      memberOf(object, 'token_endpoint_auth_methods_supported')?.source,
    ),
    scopes_supported: stringListOf(memberOf(object, 'scopes_supported')?.source),
  }
  for (const name of endpointNames) {
    const url = metadata[name]
    if (url !== null && (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || isExposed(url))) {
      return nonconformant(finding('metadata_not_encrypted', 'error', 'RFC 8414 §2', { name, url, issuer }))
    }
  }
  const missing = endpointNames.filter((name) => metadata[name] === null)
  if (missing.length > 0) {
    findings.push(finding('metadata_endpoint_missing', 'info', 'RFC 8414 §2', { missing: missing.join(', ') }))
  }
  return { kind: 'found', url: transcript.request.url, metadata, findings }
}
