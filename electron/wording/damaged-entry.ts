import { assertNever } from '../common/assert-never.ts'
import type { DamagedEntry } from '../contract/damaged-entry.ts'
import { secretLabels } from './secret-names.ts'

const most = 5

/** Damaged entries by name, for the middle of a sentence: `environment "Billing", API call GET https://… of "Billing" and 2 more`. */
export function damagedEntriesList(entries: readonly DamagedEntry[]): string {
  const names = [...new Set(entries.map(entryName))]
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ')
}

/** What damage that was noticed while the app runs means, and what to do. */
export function damageSentence(entries: readonly DamagedEntry[]): string {
  return (
    `Changed on the disk, and not by this app: ${damagedEntriesList(entries)}. ` +
    'Nothing was overwritten, and earlier backups are kept. Restart the app to restore a backup or to go on with what can be read.'
  )
}

function entryName({ kind, name, environment }: DamagedEntry): string {
  const of = environment === '' ? '' : ` of "${environment}"`
  switch (kind) {
    case 'environment':
      return `environment "${name}"`
    case 'api_call':
      return `API call ${name}${of}`
    case 'exchange':
      return `recorded request of ${name === '' ? 'an unknown time' : name}${of}`
    case 'conclusion':
      return `result of the request of ${name === '' ? 'an unknown time' : name}${of}`
    case 'exchange_mark':
      return `note or pin of the request of ${name === '' ? 'an unknown time' : name}${of}`
    case 'recording':
      return `the choice not to record requests${of}`
    case 'history_limits':
      return 'how much of the history is kept'
    case 'flow_run':
      return `run of the flow of ${name === '' ? 'an unknown time' : name}${of}`
    case 'probe_result':
      return `what a probe of the review found${of}`
    case 'secret':
      return `stored secret ${labelOf(name)}${of}`
    case 'data_key':
      return 'the key of the stored secrets'
    case 'secret_origin':
      return `an approved server for ${labelOf(name)}${of}`
    case 'from_file':
      return `an imported server or network setting${of}`
    case 'sharing_key':
      return 'one of your sharing keys'
    case 'sharing_contact':
      return `sharing contact "${name}"`
    case 'audit_event':
      return 'an entry of the audit log'
    case 'other':
      return `an entry of the table ${name}`
    default:
      return assertNever(kind)
  }
}

function labelOf(name: string): string {
  return Object.entries(secretLabels).find(([secret]) => secret === name)?.[1] ?? name
}
