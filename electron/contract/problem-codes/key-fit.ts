/** Of keys that do not fit their algorithm, and of the certificate that names a key. */
export const keyFitProblemCodes = ['key_of_other_kind', 'rsa_key_too_small'] as const
