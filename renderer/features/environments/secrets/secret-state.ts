import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { SecretState } from '../../../../electron/contract/secret.ts'
import type { SecretSourceKind } from '../../../../electron/contract/secret-source.ts'
import { relativeTime } from '../../../../electron/wording/time-span.ts'

const day = 86_400_000

/** Where a secret is now, in a few words. */
export function stateText({ kind, setAt }: SecretState, now: number): string {
  switch (kind) {
    case 'none':
      return 'Not set'
    case 'stored':
      return setAt === null ? 'Stored' : `Stored, set ${ago(setAt, now)}`
    case 'session':
      return 'Set for this session'
    case 'source':
      return 'Fetched when it is needed'
    default:
      return assertNever(kind)
  }
}

/** What becomes of a secret with this source. */
export function keepingText(kind: SecretSourceKind): string {
  switch (kind) {
    case 'stored':
      return 'Encrypted in the workspace when it is saved.'
    case 'session':
      return 'Kept in memory until the app ends, never written to disk.'
    case 'ask':
      return 'You are asked for it whenever a token is requested, and it is forgotten afterwards.'
    case 'environment_variable':
    case 'file':
    case 'vault':
    case 'aws_secrets_manager':
    case 'azure_key_vault':
      return 'Fetched when it is needed, and never stored here.'
    default:
      return assertNever(kind)
  }
}

/** How many days old a stored secret is when that is more than `reminderDays`; else null. 0 never reminds. */
export function daysTooOld({ kind, setAt }: SecretState, reminderDays: number, now: number): number | null {
  if (kind !== 'stored' || setAt === null || reminderDays === 0) return null
  const days = Math.floor((now - setAt) / day)
  return days > reminderDays ? days : null
}

/** Whole days from the second on: of an age in months, hours say nothing. */
function ago(at: number, now: number): string {
  const days = Math.floor((now - at) / day)
  if (now - at < 60_000) return 'just now'
  return days >= 2 ? `${days} days ago` : relativeTime(at, now)
}
