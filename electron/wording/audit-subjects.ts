import { type AuditKind, auditKinds } from '../vocabulary/audit.ts'

/** What entries of the audit trail are about, for its filter. */
export const auditSubjects = ['secrets', 'tokens', 'environments', 'files', 'storage', 'records'] as const
export type AuditSubject = (typeof auditSubjects)[number]

export const auditSubjectTitles: Readonly<Record<AuditSubject, string>> = {
  secrets: 'Secrets',
  tokens: 'Tokens and checks',
  environments: 'Environments and certificates',
  files: 'Imports and exports',
  storage: 'Protection and backups',
  records: 'History and audit trail',
}

const subjectOf: Readonly<Record<AuditKind, AuditSubject>> = {
  secret_set: 'secrets',
  secret_revealed: 'secrets',
  secret_copied: 'secrets',
  secret_rotated: 'secrets',
  secret_forgotten: 'secrets',
  origin_allowed: 'secrets',
  data_key_rotated: 'storage',
  protection_changed: 'storage',
  stored_secrets_forgotten: 'storage',
  backups_removed: 'storage',
  backup_restored: 'storage',
  exported: 'files',
  imported: 'files',
  import_undone: 'files',
  environment_created: 'environments',
  environment_changed: 'environments',
  environment_deleted: 'environments',
  environment_restored: 'environments',
  certificate_accepted: 'environments',
  certificate_withdrawn: 'environments',
  finding_accepted: 'environments',
  acceptance_withdrawn: 'environments',
  token_issued: 'tokens',
  token_refused: 'tokens',
  token_copied: 'tokens',
  token_revealed: 'tokens',
  token_revoked: 'tokens',
  check_failed: 'tokens',
  history_deleted: 'records',
  history_exported: 'records',
  recording_changed: 'records',
  watch_changed: 'records',
  trail_exported: 'records',
  trail_shortened: 'records',
  trail_begun: 'records',
  trail_sealed: 'records',
}

/** The kinds of entries about it. */
export function kindsAbout(subject: AuditSubject): AuditKind[] {
  return auditKinds.filter((kind) => subjectOf[kind] === subject)
}
