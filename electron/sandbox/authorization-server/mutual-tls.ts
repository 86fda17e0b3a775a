import type { Configuration } from 'oidc-provider'
import { clientCertificate, isIssuedHere } from '../client-certificate.ts'

/** Client authentication by certificate, and access tokens bound to it. @see RFC 8705 */
export const mTLS: NonNullable<NonNullable<Configuration['features']>['mTLS']> = {
  enabled: true,
  certificateBoundAccessTokens: true,
  tlsClientAuth: true,
  selfSignedTlsClientAuth: true,
  getCertificate: ({ req }) => clientCertificate(req),
  certificateAuthorized: ({ req }) => isIssuedHere(req),
  /** The clients here register a subject of one common name, which has one spelling only. */
  certificateSubjectMatches: ({ req }, property, expected) =>
    property === 'tls_client_auth_subject_dn' && clientCertificate(req)?.subject === expected,
}
