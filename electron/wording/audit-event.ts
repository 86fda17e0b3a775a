import { oneOf } from '../common/one-of.ts'
import { assertNever } from '../common/assert-never.ts'
import type { AuditEvent } from '../contract/audit.ts'
import { originBoundNames } from '../vocabulary/secret-names.ts'
import { secretLabels } from './secret-names.ts'

/** What was done, as a sentence. `environment` is its current name; null when it is gone, or where none is meant. */
export function eventSentence({ kind, environmentId, detail }: AuditEvent, environment: string | null): string {
  const secret = oneOf(originBoundNames, detail['secret'])
  const what = secret === null ? 'A secret' : secretLabels[secret]
  const of = environmentId === null ? '' : environment === null ? ' of a deleted environment' : ` of “${environment}”`
  switch (kind) {
    case 'secret_revealed':
      return `${what}${of} was revealed.`
    case 'secret_copied':
      return `${what}${of} was copied to the clipboard.`
    case 'origin_allowed':
      return `${what}${of} was allowed to go to ${detail['origin'] ?? 'another origin'}.`
    case 'data_key_rotated':
      return 'The data key was rotated: every stored secret was re-encrypted.'
    case 'protection_changed':
      return detail['protection'] === 'passphrase'
        ? 'The stored secrets are protected by a passphrase from then on.'
        : 'The stored secrets are protected by the keyring from then on.'
    case 'stored_secrets_forgotten':
      return `The stored secrets were forgotten${detail['stored'] === undefined ? '' : `: ${detail['stored']}`}.`
    case 'backups_removed':
      return `Backups of the workspace were removed${detail['count'] === undefined ? '' : `: ${detail['count']}`}.`
    case 'exported':
      return `Environments were exported${recorded(detail)}.`
    case 'imported':
      return `Environments were imported${recorded(detail)}.`
    case 'import_undone':
      return `An import was undone${recorded(detail)}.`
    case 'secret_set':
      return `${what}${of} was set.`
    case 'secret_rotated':
      return `${what}${of} was replaced: the new one obtained a token.`
    case 'secret_forgotten':
      return `${what}${of} was deleted.`
    case 'backup_restored':
      return `A backup of the workspace was restored${recorded(detail)}.`
    case 'environment_created':
      return `The environment${named(environment)} was created.`
    case 'environment_changed':
      return `The environment${named(environment)} was changed${recorded(detail)}.`
    case 'environment_deleted':
      return `The environment${named(environment)} was deleted.`
    case 'environment_restored':
      return `The environment${named(environment)} was restored.`
    case 'certificate_accepted':
      return `A certificate that is not trusted was accepted for the environment${named(environment)}${recorded(detail)}.`
    case 'certificate_withdrawn':
      return `A certificate is no longer accepted for the environment${named(environment)}${recorded(detail)}.`
    case 'token_issued':
      return `A token${of} was issued${recorded(detail)}.`
    case 'token_refused':
      return `A token${of} was refused${recorded(detail)}.`
    case 'token_copied':
      return `The access token${of} was copied to the clipboard.`
    case 'token_revealed':
      return `The access token${of} was revealed.`
    case 'token_revoked':
      return `The access token${of} was revoked.`
    case 'check_failed':
      return `A check of the token${of} failed${recorded(detail)}.`
    case 'history_deleted':
      return `Exchanges were deleted from the history${recorded(detail)}.`
    case 'history_exported':
      return `Exchanges were exported from the history${recorded(detail)}.`
    case 'recording_changed':
      return `Requests${of} are ${detail['recorded'] === 'no' ? 'no longer recorded' : 'recorded'} from then on.`
    case 'watch_changed':
      return `The watch${of} was changed${recorded(detail)}.`
    case 'trail_exported':
      return 'The audit trail was exported.'
    case 'trail_shortened':
      return `The oldest entries of the audit trail were removed${recorded(detail)}.`
    case 'trail_begun':
      return `The audit trail was sealed with a new key. Entries that were there are sealed as they were found${recorded(detail)}.`
    case 'trail_sealed':
      return `Entries written while the stored secrets were locked were sealed as they were found${recorded(detail)}.`
    default:
      return assertNever(kind)
  }
}

/** What was recorded with it, by name, in its order. */
function recorded(detail: AuditEvent['detail']): string {
  const parts = Object.entries(detail).map(([name, value]) => `${name} ${value}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const named = (environment: string | null): string => (environment === null ? '' : ` “${environment}”`)
