import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import type { AskedScope } from './asked-scope.ts'

interface Fault {
  separator: 'comma' | 'quotes' | 'brackets' | 'semicolon' | 'encoded'
  in: RegExp
  /** How it would be right. */
  mend: (scope: string) => string
}

const spaced = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ')

const faults: readonly Fault[] = [
  { separator: 'brackets', in: /^\s*[[{(]|[\]})]\s*$/, mend: (text) => spaced(text.replaceAll(/[[\]{}()"']|,/g, ' ')) },
  { separator: 'quotes', in: /["'“”]/, mend: (text) => spaced(text.replaceAll(/["'“”]|,/g, ' ')) },
  { separator: 'encoded', in: /%(?:20|2F|3A|2C|2B)/i, mend: (text) => spaced(decoded(text)) },
  { separator: 'comma', in: /,/, mend: (text) => spaced(text.replaceAll(',', ' ')) },
  { separator: 'semicolon', in: /;|\|/, mend: (text) => spaced(text.replaceAll(/[;|]/g, ' ')) },
  { separator: 'encoded', in: /\S\+\S/, mend: (text) => spaced(text.replaceAll('+', ' ')) },
]

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** The scope is written in a way that the standard does not have: other separators, quotation marks, encoded twice. */
export function malformed(kase: Case, { sent, scopes, isAbout }: AskedScope): Cause[] {
  const fault = sent === null ? undefined : faults.find((each) => each.in.test(sent))
  if (sent === null || fault === undefined || !(isAbout || kase.answer?.error === 'invalid_request')) return []
  const published = kase.metadata?.scopes_supported
  if (published && scopes.length > 0 && scopes.every((scope) => published.includes(scope))) return []
  const value = fault.mend(sent)
  const change = value === '' || value === sent ? {} : { change: { field: 'scope', value } }
  return [
    cause(
      kase,
      'scope_malformed',
      { basis: 'seen', confidence: 'likely' },
      { scope: sent, separator: fault.separator },
      change,
    ),
  ]
}
