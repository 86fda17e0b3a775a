/** Of what an environment needs for its client to authenticate, and for its requests to travel. */
export const clientProblemCodes = [
  'client_id_missing',
  'client_secret_missing',
  'private_key_missing',
  'client_certificate_missing',
  'assertion_file_not_entered',
  'assertion_audience_missing',
  'algorithm_of_other_method',
  'thumbprint_without_certificate',
  'certificate_of_other_key',
  'proxy_unreadable',
  'untrusted_certificate_in_production',
] as const
