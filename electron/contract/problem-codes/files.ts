/** Of a file that a person names by its path. */
export const fileProblemCodes = [
  'file_path_not_absolute',
  'file_on_network_share',
  'file_missing',
  'file_is_folder',
  'file_not_regular',
  'file_too_large',
  'file_not_permitted',
  'file_not_readable',
] as const
