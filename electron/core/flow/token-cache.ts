import { createHash } from 'node:crypto'
import type { Subject } from '../environment/desk.ts'

/**
 * Names everything that changes a token and can be told without reading a file: environment, server, client, method,
 * secrets, scopes, audience, resources, parameters. The secrets go in by what tells them apart (`marks`).
 */
export function settingsKey({ id, value, marks }: Subject): string {
  const { issuer, token_endpoint, mtls_endpoint_aliases, client_id, token_endpoint_auth_method } = value
  const { basicEncoding, assertion, dpop, scope, audience, resource, parameters, headers, tokenBodyFormat } = value
  const server = [issuer, token_endpoint, mtls_endpoint_aliases.token_endpoint]
  const client = [client_id, token_endpoint_auth_method, basicEncoding, assertion, value.network.clientCertificate]
  const request = [scope, audience, resource, parameters, headers, tokenBodyFormat]
  const proof = [marks.client_secret, marks.private_key, marks.client_certificate_key, marks.dpop_key, dpop]
  return digest([id, server, client, request, proof])
}

/** The settings, and what was read from files: the thumbprints of the keys and of the certificate. */
export function reuseKey(subject: Subject, thumbprints: readonly (string | null)[]): string {
  return `${settingsKey(subject)} ${digest(thumbprints)}`
}

/** True when the settings are those that `key` was made of. */
export const isOfSettings = (key: string, subject: Subject): boolean => key.split(' ')[0] === settingsKey(subject)

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
