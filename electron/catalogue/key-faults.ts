/** Why a key of a set cannot be used, or why no more of them are read. */
export const keyFaults = [
  'not_object',
  'kty_missing',
  'kty_unknown',
  'shared_secret',
  'curve_unknown',
  'rsa_members',
  'coordinate',
  'key_weak',
  'key_large',
  'key_exponent',
  'key_roca',
  'too_many',
] as const
export type KeyFault = (typeof keyFaults)[number]

/** What the sentence of a fault may need. */
export const keyFaultEvidence = ['kty', 'crv', 'member', 'bits', 'least', 'most', 'count'] as const

/** How a key that can be read is written otherwise than the standard says. @see RFC 7518 §6 */
export const keyOddities = ['base64', 'zero_too_many', 'zeros_missing', 'certificate_only'] as const
export type KeyOddityKind = (typeof keyOddities)[number]
