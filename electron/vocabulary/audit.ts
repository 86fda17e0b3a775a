/** What is recorded in the audit trail. */
export const auditKinds = [
  'secret_set',
  'secret_revealed',
  'secret_copied',
  'secret_rotated',
  'secret_forgotten',
  'origin_allowed',
  'data_key_rotated',
  'protection_changed',
  'stored_secrets_forgotten',
  'backups_removed',
  'backup_restored',
  'exported',
  'imported',
  'import_undone',
  'environment_created',
  'environment_changed',
  'environment_deleted',
  'environment_restored',
  'certificate_accepted',
  'certificate_withdrawn',
  'finding_accepted',
  'acceptance_withdrawn',
  'token_issued',
  'token_refused',
  'token_copied',
  'token_revealed',
  'token_revoked',
  'check_failed',
  'history_deleted',
  'history_exported',
  'recording_changed',
  'watch_changed',
  'trail_exported',
  'trail_shortened',
  /** The chain begins, or begins again under another key, with entries that are there already. */
  'trail_begun',
  /** Entries that were written while there was no way to the key were sealed as they were found. */
  'trail_sealed',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** Files of the audit trail. */
export const auditFormats = ['jsonl', 'csv'] as const
export type AuditFormat = (typeof auditFormats)[number]

/** The trail is shortened to `entries`, the oldest going first, once it is `atOnce` longer. */
export const auditLimits = { entries: 100_000, atOnce: 500 } as const
