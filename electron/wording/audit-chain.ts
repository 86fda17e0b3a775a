import { assertNever } from '../common/assert-never.ts'
import type { AuditBreak, AuditVerification } from '../contract/audit.ts'
import { systemFailureText } from './system-failure.ts'

interface ChainText {
  tone: 'ok' | 'err' | 'warn' | 'idle'
  title: string
  reason: string
}

/** What the check of the audit trail found. `time` is when it was checked, as it is shown. */
export function chainText(found: AuditVerification, time: string): ChainText {
  switch (found.kind) {
    case 'intact':
      return {
        tone: 'ok',
        title: `Intact: ${entries(found.entries)}, checked ${time}`,
        reason: [
          'No entry was altered, removed, added or moved.',
          found.from > 1 ? `The trail begins with entry ${numeral(found.from)}: older ones were removed.` : '',
          found.asFound === 0
            ? ''
            : `${found.asFound <= found.from ? `Entry ${numeral(found.asFound)} was` : `Entries up to ${numeral(found.asFound)} were`} written before there was this key: changes from before it do not show.`,
          found.unsealed === 0
            ? ''
            : `${entries(found.unsealed)} ${found.unsealed === 1 ? 'is' : 'are'} not sealed yet.`,
        ]
          .filter(Boolean)
          .join(' '),
      }
    case 'broken':
      return { tone: 'err', title: breakTitle(found.break), reason: `${breakReason(found.break)} ${compare}` }
    case 'not_sealed':
      return {
        tone: found.entries === 0 ? 'idle' : 'warn',
        title: found.entries === 0 ? 'Not sealed yet' : `Not sealed yet: ${entries(found.entries)}`,
        reason: 'The trail is sealed with a key, and there is none yet. Without it, changes to entries go unnoticed.',
      }
    case 'locked':
      return {
        tone: 'warn',
        title: `Locked: ${entries(found.entries)} not checked`,
        reason: 'The key that seals the trail is stored with your secrets, which cannot be opened now.',
      }
    case 'failed':
      return {
        tone: 'err',
        title: 'The audit trail could not be checked',
        reason: systemFailureText(found.failure),
      }
    default:
      return assertNever(found)
  }
}

const compare = 'Compare with an earlier export or a backup.'

function breakTitle(found: AuditBreak): string {
  switch (found.kind) {
    case 'altered':
      return `Entry ${numeral(found.number)} was altered`
    case 'removed':
      return `${missing(found)} ${found.count === 1 ? 'is' : 'are'} missing`
    case 'added':
      return `Entry ${numeral(found.number)} was added`
    case 'swapped':
      return `Entries ${numeral(found.number)} and ${numeral(found.with)} were swapped`
    case 'head':
      return 'The end of the trail cannot be confirmed'
    default:
      return assertNever(found)
  }
}

function breakReason(found: AuditBreak): string {
  switch (found.kind) {
    case 'altered':
      return `Its content is not what was sealed.${before(found.number)}`
    case 'removed':
      return `${found.count === 1 ? 'It was' : 'They were'} sealed once.${before(found.number)}`
    case 'added':
      return `It was never sealed, and lies between entries that were.${before(found.number)}`
    case 'swapped':
      return `Each holds what was sealed at the place of the other.${before(Math.min(found.number, found.with))}`
    case 'head':
      return `The seal over the newest entry is missing or was not made here. Entries after ${numeral(found.number)} may be missing.`
    default:
      return assertNever(found)
  }
}

/** What is said at an entry that the break is about; empty for all others. */
export function breakMark(found: AuditBreak, number: number): string {
  switch (found.kind) {
    case 'altered':
      return number === found.number ? 'Altered' : ''
    case 'added':
      return number === found.number ? 'Added' : ''
    case 'swapped':
      if (number === found.number) return `Swapped with entry ${numeral(found.with)}`
      return number === found.with ? `Swapped with entry ${numeral(found.number)}` : ''
    case 'removed':
      if (number === found.number + found.count) return `${missing(found)} missing before this one`
      return number === found.number - 1 ? `${missing(found)} missing after this one` : ''
    case 'head':
      return number === found.number ? 'Entries after this one may be missing' : ''
    default:
      return assertNever(found)
  }
}

const missing = ({ number, count }: { number: number; count: number }): string =>
  count === 1 ? `Entry ${numeral(number)}` : `Entries ${numeral(number)} to ${numeral(number + count - 1)}`

/** What holds of the entries that come first. */
const before = (number: number): string =>
  number < 2 ? '' : number === 2 ? ' The entry before it is intact.' : ' The entries before are intact.'

const entries = (number: number): string => (number === 1 ? '1 entry' : `${numeral(number)} entries`)
const numeral = (number: number): string => number.toLocaleString('en')
