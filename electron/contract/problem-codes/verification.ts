/** Of what a person enters to verify or to open a token with. */
export const verificationProblemCodes = [
  'verification_key_unreadable',
  'key_url_in_clear',
  'environment_of_secret_missing',
  'environment_of_key_missing',
  'opening_key_unreadable',
  'shared_secret_missing',
  'shared_secret_not_base64url',
  'shared_secret_length',
  'shared_secret_not_hex',
  'shared_secret_odd_hex',
] as const
