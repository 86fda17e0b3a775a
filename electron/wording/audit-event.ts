import { oneOf } from '../common/one-of.ts'
import { assertNever } from '../common/assert-never.ts'
import type { AuditEvent } from '../contract/audit.ts'
import { originBoundNames } from '../vocabulary/secret-names.ts'
import { afterColon, checksText, issuedText, manyWere, otherText, refusedText, toFileText } from './audit-detail.ts'
import { fieldLabel } from './field-labels.ts'
import { practiceOfCode } from './review/accepted.ts'
import { secretLabels } from './secret-names.ts'

type Detail = AuditEvent['detail']

/** What was done, as a sentence. `environment` is its current name; null when it is gone, or where none is meant. */
export function eventSentence({ kind, environmentId, detail }: AuditEvent, environment: string | null): string {
  const what = secretIn(detail)
  const known = environment ?? detail['environment'] ?? null
  const of = environmentId === null ? '' : known === null ? ' of a deleted environment' : ` of “${known}”`
  const named = known === null ? 'An environment' : `The environment “${known}”`
  switch (kind) {
    case 'secret_set':
      return detail['replaces'] === 'once_it_works'
        ? `${what}${of} was set to replace the one in use once it works.`
        : `${what}${of} was set${detail['from'] === 'file' ? ' by an import' : ''}.`
    case 'secret_revealed':
      return `${what}${of} was revealed.`
    case 'secret_copied':
      return `${what}${of} was copied to the clipboard.`
    case 'secret_rotated':
      return `${what}${of} was replaced: the new one obtained a token.`
    case 'secret_forgotten':
      return detail['which'] === 'new'
        ? `${what}${of} that was to replace the one in use was discarded.`
        : `${what}${of} was deleted.`
    case 'origin_allowed':
      return `${what}${of} was allowed to go to ${detail['origin'] ?? 'another origin'}.`
    case 'data_key_rotated':
      return 'The data key was rotated: every stored secret was re-encrypted.'
    case 'protection_changed':
      return `${detail['protection'] === 'passphrase' ? 'A passphrase' : 'The keyring'} now protects the stored secrets.`
    case 'stored_secrets_forgotten':
      return `The stored secrets were deleted${detail['stored'] === undefined ? '' : `: ${detail['stored']}`}.`
    case 'backups_removed':
      return `Backups of the workspace were removed${detail['count'] === undefined ? '' : `: ${detail['count']}`}.`
    case 'backup_restored':
      return `The workspace was restored from the backup${detail['made'] === undefined ? '' : ` of ${detail['made']}`}. What was recorded after that backup is not in this trail.`
    case 'exported':
      return exportedSentence(detail)
    case 'imported':
      return importedSentence(detail)
    case 'import_undone':
      return undoneSentence(detail)
    case 'environment_created':
      return `${named} was created${madeFrom(detail)}.`
    case 'environment_changed':
      return `${named} was changed${detail['from'] === 'file' ? ' by an import' : ''}${changes(detail)}.`
    case 'environment_deleted':
      return `${named} was deleted.`
    case 'environment_restored':
      return `${named} was restored.`
    case 'certificate_accepted':
      return `${named} now accepts a certificate that is not trusted otherwise${otherText(detail)}.`
    case 'certificate_withdrawn':
      return `${named} no longer accepts a certificate${otherText(detail)}.`
    case 'finding_accepted':
      return `In the review${of}, ${aboutPractice(detail)} was accepted: ${detail['reason'] ?? 'no reason'}`
    case 'acceptance_withdrawn':
      return `In the review${of}, ${aboutPractice(detail)} is no longer accepted.`
    case 'token_issued':
      return `A token${of} was issued${issuedText(detail)}.`
    case 'token_refused':
      return `A token${of} was refused${refusedText(detail)}.`
    case 'token_copied':
      return `The access token${of} was copied to the clipboard.`
    case 'token_revealed':
      return `The access token${of} was revealed.`
    case 'token_revoked':
      return `The access token${of} was revoked.`
    case 'check_failed':
      return `A check of the token${of} failed${checksText(detail)}.`
    case 'history_deleted':
      return `${manyWere(detail['count'], 'exchange', 'exchanges')} deleted from the history.`
    case 'history_exported':
      return `${manyWere(detail['count'], 'exchange', 'exchanges')} exported from the history${toFileText(detail)}.`
    case 'recording_changed':
      return `Requests${of} are ${detail['recorded'] === 'no' ? 'no longer recorded' : 'recorded again'}.`
    case 'watch_changed':
      return watchSentence(known === null ? 'A deleted environment' : `“${known}”`, detail)
    case 'trail_exported':
      return `${manyWere(detail['entries'], 'entry of the audit trail', 'entries of the audit trail')} exported${toFileText(detail)}.`
    case 'trail_shortened':
      return `The oldest entries of the audit trail were removed: ${range(detail)}.`
    case 'trail_begun':
      return `${detail['key'] === 'another' ? 'The audit trail was sealed again with another key: the earlier one is gone' : 'The audit trail was sealed for the first time'}. Entries found in it: ${detail['entries'] ?? 'unknown'}. Whether they were changed before is not known.`
    case 'trail_sealed':
      return `Entries written while the key was not available were sealed as they were found: ${range(detail)}.`
    default:
      return assertNever(kind)
  }
}

function secretIn(detail: Detail): string {
  const secret = oneOf(originBoundNames, detail['secret'])
  const variable = detail['variable'] ?? ''
  if (secret === 'secret_variables' && variable !== '') return `Secret variable “${variable}”`
  return secret === null ? 'A secret' : secretLabels[secret]
}

const range = ({ from = '?', to = '?' }: Detail): string => (from === to ? from : `${from} to ${to}`)

function madeFrom(detail: Detail): string {
  if (detail['copy_of'] !== undefined) return ` as a copy of “${detail['copy_of']}”`
  return detail['from'] === 'file' ? ' by an import' : ''
}

/** What was changed, as the form calls it; of an endpoint with the servers before and after. */
function changes(detail: Detail): string {
  const fields = (detail['fields'] ?? '').split(', ').filter((field) => field !== '')
  const labels = fields.map((field) => {
    const servers = detail[field] === undefined ? '' : ` (${detail[field]})`
    return `${fieldLabel(field) ?? field}${servers}`
  })
  return labels.length === 0 ? '' : `: ${[...new Set(labels)].join(', ')}`
}

function exportedSentence({ environments, format, secrets, signed, to, ...others }: Detail): string {
  const how = [
    ...(format === undefined ? [] : [`as ${format}`]),
    ...(secrets === undefined ? [] : [secrets === 'none' ? 'without secrets' : `secrets ${secrets}`]),
    ...(signed === 'yes' ? ['signed,'] : []),
  ].join(', ')
  const words = how === '' ? '' : ` ${how}`
  return `${manyWere(environments, 'environment', 'environments')} exported${words}${toFileText({ ...(to !== undefined && { to }) })}${otherText(others)}.`
}

function importedSentence({ file, added, replaced, ...others }: Detail): string {
  const from = file === undefined || file === '' ? '' : ` from ${file}`
  const counts = afterColon([
    added === undefined ? undefined : `${added} added`,
    replaced === undefined ? undefined : `${replaced} replaced`,
  ])
  return `Environments were imported${from}${counts}${otherText(others)}.`
}

function undoneSentence({ added, replaced, ...others }: Detail): string {
  const counts = afterColon([
    added === undefined ? undefined : `environments removed ${added}`,
    replaced === undefined ? undefined : `put back ${replaced}`,
  ])
  return `An import was undone${counts}${otherText(others)}.`
}

/** `what was found on “Use short-lived tokens” (lifetime_over_day)` */
function aboutPractice({ finding: code }: Detail): string {
  if (code === undefined) return 'what was found'
  const practice = practiceOfCode(code)
  return practice === code ? `what was found (${code})` : `what was found on “${practice}” (${code})`
}

function watchSentence(environment: string, { minutes }: Detail): string {
  if (minutes === 'none') return `${environment} is no longer watched.`
  return `${environment} is watched${minutes === undefined ? '' : minutes === '1' ? ' every minute' : ` every ${minutes} minutes`}.`
}
