import type { AuditEvent } from '../contract/audit.ts'
import { checkTitles } from './checks.ts'
import { timeSpan } from './time-span.ts'

type Detail = AuditEvent['detail']

/** `1 exchange was`, `12 exchanges were`, `Exchanges were` where the number is not known. */
export function manyWere(text: string | undefined, one: string, many: string): string {
  const number = Number(text)
  if (text === undefined || !Number.isInteger(number)) return `${many.charAt(0).toUpperCase()}${many.slice(1)} were`
  return number === 1 ? `1 ${one} was` : `${number.toLocaleString('en')} ${many} were`
}

/** `: scope orders.read, valid for 10 min (client_secret_basic)`. */
export function issuedText({ scope, expires_in, method, ...others }: Detail): string {
  const seconds = Number(expires_in)
  const lifetime =
    expires_in === undefined
      ? undefined
      : Number.isFinite(seconds) && seconds >= 0
        ? `valid for ${timeSpan(seconds * 1000)}`
        : `expires_in ${expires_in}`
  return afterColon([scope === undefined ? undefined : `scope ${scope}`, lifetime]) + inBrackets(method, others)
}

/** `: invalid_client, HTTP 401 (client_secret_basic)`. */
export const refusedText = ({ error, status, method, ...others }: Detail): string =>
  afterColon([error, status === undefined ? undefined : `HTTP ${status}`]) + inBrackets(method, others)

/** `: Signature, Audience`. */
export function checksText({ checks = '' }: Detail): string {
  const names = checks.split(', ').filter((name) => name !== '')
  return afterColon(names.map((name) => titles.get(name) ?? name))
}
const titles: ReadonlyMap<string, string> = new Map(Object.entries(checkTitles))

/** ` as CSV to /home/me/trail.csv`. */
export function toFileText({ format, to }: Detail): string {
  const as = format === undefined ? '' : ` as ${format === 'jsonl' ? 'JSON Lines' : format.toUpperCase()}`
  return to === undefined ? as : `${as} to ${to}`
}

/** What else was recorded, as it was recorded. */
export const otherText = (detail: Detail): string => inBrackets(undefined, detail)

/** What needs no place in a sentence: it is in it already, or says something to programs only. */
const elsewhere: ReadonlySet<string> = new Set(['environment', 'token', 'secret'])

function inBrackets(first: string | undefined, others: Detail): string {
  const rest = Object.entries(others).flatMap(([name, value]) => (elsewhere.has(name) ? [] : [`${name} ${value}`]))
  const parts = first === undefined ? rest : [first, ...rest]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** Nothing where there is nothing to say. */
export function afterColon(parts: readonly (string | undefined)[]): string {
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? '' : `: ${known.join(', ')}`
}
