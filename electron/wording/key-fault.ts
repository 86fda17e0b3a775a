type KeyFaultEvidence = (name: 'kty' | 'crv' | 'member' | 'bits' | 'least' | 'most' | 'count') => string

/** Why a public key of a set cannot be used. */
export function keyFault(fault: string, e: KeyFaultEvidence): string {
  switch (fault) {
    case 'kty_missing':
      return 'it has no kty'
    case 'not_object':
      return 'it is not a JSON object'
    case 'shared_secret':
      return 'it is a shared secret (oct), which does not belong in a public set'
    case 'kty_unknown':
      return `its kty ${e('kty') || '(empty)'} is not supported`
    case 'curve_unknown':
      return e('crv') === '' ? 'it names no curve (crv)' : `its curve ${e('crv')} is not supported`
    case 'rsa_members':
      return 'n or e is missing or not base64url'
    case 'coordinate':
      return `${e('member')} is missing or does not fit ${e('crv')}`
    case 'key_weak':
      return `${e('bits')} bits are too few for RSA; at least ${e('least')} are needed`
    case 'key_large':
      return `it has ${e('bits')} bits; more than ${e('most')} are not tried`
    case 'key_exponent':
      return 'its exponent e is not one that RSA may use'
    case 'too_many':
      return `the set has ${e('count')} keys; only the first ${e('most')} are read`
    default:
      return 'its private part can be computed from it (ROCA, CVE-2017-15361)'
  }
}
