import { createHash } from 'node:crypto'
import type { CurrentEnvironment } from '../environment/current-environment.ts'

/**
 * Names everything that changes a token and is known without reading a file: environment, server, client, method,
 * secrets, scopes, audience, resources, parameters. The secrets go in by what tells them apart (`secretVersions`).
 */
export function settingsKey({ id, value, secretVersions }: CurrentEnvironment): string {
  const { issuer, token_endpoint, mtls_endpoint_aliases, client_id, token_endpoint_auth_method } = value
  const { basicEncoding, assertion, dpop, scope, audience, resource, parameters, headers, tokenBodyFormat } = value
  const server = [issuer, token_endpoint, mtls_endpoint_aliases.token_endpoint]
  const client = [client_id, token_endpoint_auth_method, basicEncoding, assertion, value.network.clientCertificate]
  const request = [scope, audience, resource, parameters, headers, tokenBodyFormat]
  const proof = [
    secretVersions.client_secret,
    secretVersions.private_key,
    secretVersions.client_certificate_key,
    secretVersions.dpop_key,
    dpop,
  ]
  return digest([id, server, client, request, proof])
}

/** True when the settings are those that `key` was made of. */
export const matchesSettings = (key: string, environment: CurrentEnvironment): boolean =>
  key.split(' ')[0] === settingsKey(environment)

export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
