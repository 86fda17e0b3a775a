/** Of a file with a ready-made client assertion. */
export const assertionProblemCodes = [
  'assertion_file_empty',
  'assertion_with_white_space',
  'assertion_in_json',
  'assertion_encrypted',
  'assertion_not_three_parts',
  'assertion_not_base64url',
  'assertion_not_decodable',
  'assertion_unsigned',
  'assertion_without_expiry',
  'assertion_expiry_not_number',
  'assertion_expiry_in_milliseconds',
  'assertion_expired',
  'assertion_not_yet_valid',
] as const
