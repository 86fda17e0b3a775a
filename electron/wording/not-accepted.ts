import type { NotAccepted } from '../contract/outcome.ts'

/** Why the certificate of a server is not accepted, and what to do instead. */
export const notAcceptedSentence: Readonly<Record<NotAccepted, string>> = {
  gone: 'This environment no longer exists.',
  production:
    'This is a production environment: a certificate that is not trusted is never accepted there. Have it reissued, or add the authority that issued it under Configure, Network.',
  other_certificate: 'The request showed another certificate. Send it again, and compare the fingerprint.',
}
