import type { Certificate } from '../contract/exchange.ts'

/** Why a chain is not trusted, by Node's code. */
const untrusted: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'a certificate of the chain has expired.',
  CERT_NOT_YET_VALID: 'a certificate of the chain is not valid yet. Is a clock wrong?',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for other names than the one that was asked for.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed; no CA has verified it.',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends in an authority that is unknown here.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the authority that issued it is unknown here, or the server does not send the intermediate certificate.',
  UNABLE_TO_GET_ISSUER_CERT: 'the chain is not complete.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority that issued it is unknown here.',
  CERT_REVOKED: 'the certificate was revoked.',
  INVALID_PURPOSE: 'the certificate is not meant for servers.',
  CERT_UNTRUSTED: 'the authority is not trusted for servers.',
  UNSPECIFIED: 'the chain is too weak, such as a signature with SHA-1.',
}

/** Why a chain is not trusted, after a colon. */
export function untrustedSentence(problem: string | null): string {
  return problem === null ? 'the reason is not known.' : (untrusted[problem] ?? `${problem}.`)
}

/** What is wrong with a certificate by itself. */
export const certificateProblems: Readonly<Record<Certificate['problems'][number], string>> = {
  expired: 'It has expired.',
  not_yet_valid: 'It is not valid yet.',
  weak_key: 'Its key is too short to be safe.',
  weak_signature: 'Its signature uses a broken hash.',
  no_subject_alt_name: 'It has no subject alternative name: browsers refuse it.',
}
