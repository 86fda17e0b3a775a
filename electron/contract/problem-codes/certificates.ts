/** Of certificates, and of how they go with their keys. */
export const certificateProblemCodes = [
  'not_a_certificate',
  'certificate_damaged',
  'certificate_missing_in_pem',
  'certificate_missing_in_json',
  'certificates_in_pkcs7',
  'pfx_for_certificate',
  'x5c_unreadable',
  'certificate_without_key',
  'key_without_certificate',
  'key_of_other_certificate',
  'private_key_beside_certificate',
] as const
