import { oneOf } from '../common/one-of.ts'
import { assertNever } from '../common/assert-never.ts'
import type { AuditEvent } from '../contract/secret-storage.ts'
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
    default:
      return assertNever(kind)
  }
}

/** What was recorded with it, by name, in its order. */
function recorded(detail: AuditEvent['detail']): string {
  const parts = Object.entries(detail).map(([name, value]) => `${name} ${value}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
