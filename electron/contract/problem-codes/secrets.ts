/** Of secrets that cannot be read, and of those that may not be sent. */
export const secretProblemCodes = [
  'secret_asked_each_time',
  'secret_source_not_asked_yet',
  'secret_source_failed',
  'stored_secret_unreadable',
  'passphrase_needed',
  'keyring_locked',
  'keyring_changed',
  'data_key_damaged',
  'value_damaged',
  'secret_not_set',
  'origin_not_approved',
] as const
