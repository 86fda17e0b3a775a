/** Of where secrets come from. */
export const sourceProblemCodes = [
  'source_cancelled',
  'source_unreachable',
  'source_redirects',
  'source_value_empty',
  'source_value_too_long',
  'source_variable_not_set',
  'source_file_not_text',
  'source_file_empty',
  'source_file_not_json',
  'source_file_needs_pointer',
  'source_pointer_leads_nowhere',
  'source_pointer_to_no_string',
  'source_given_by_person',
] as const
