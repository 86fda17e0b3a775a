import { fieldLabel } from '../../../../electron/wording/field-labels.ts'

/** Fields of one label, each with one of its own. */
const finer: Readonly<Record<string, string>> = {
  'mtls_endpoint_aliases.token_endpoint': 'Token endpoint (mTLS)',
  'mtls_endpoint_aliases.introspection_endpoint': 'Introspection endpoint (mTLS)',
  'mtls_endpoint_aliases.revocation_endpoint': 'Revocation endpoint (mTLS)',
  'assertion.thumbprints': 'Certificate thumbprints',
  'introspection.bodyFormat': 'Introspection body format',
  'introspection.responseFormat': 'Introspection response',
  'network.clientCertificate.certificateFile': 'Client certificate file',
  'network.clientCertificate.keyFile': 'Client certificate key file',
  'network.proxy.url': 'Proxy URL',
  'network.proxy.username': 'Proxy user name',
  'network.proxy.bypass': 'Bypass proxy for',
}

export const fieldTitle = (path: string): string => finer[path] ?? fieldLabel(path) ?? path
