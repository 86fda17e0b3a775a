/** Of what a person composed for an API. */
export const apiRequestProblemCodes = [
  'file_to_choose',
  'body_file_too_large',
  'body_too_large_to_copy',
  'header_of_token',
  'header_value_unfit',
  'content_type_unfit',
  'pasted_token_unfit',
] as const
