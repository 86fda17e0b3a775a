import type { EnvironmentInput } from '../contract/environment.ts'

/** True when the environment presents a client certificate to servers that ask for one. */
export function hasClientCertificate({ network: { clientCertificate } }: Pick<EnvironmentInput, 'network'>): boolean {
  return clientCertificate.certificate !== '' || clientCertificate.certificateFile !== ''
}

/** Where a request goes: to the alias for mutual TLS, when there is one and a certificate to present. @see RFC 8705 §5 */
export function endpointOf(
  value: EnvironmentInput,
  name: 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint',
): string {
  const alias = hasClientCertificate(value) ? value.mtls_endpoint_aliases[name] : ''
  return alias === '' ? value[name] : alias
}
