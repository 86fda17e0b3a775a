import type { HeldToken } from '../../../electron/contract/token.ts'

/** One scope of a token, and how it came to be there or not. */
export interface ScopeState {
  scope: string
  state: 'granted' | 'not granted' | 'not asked for'
}

/** Every scope that was asked for or granted; an answer that names none granted what was asked for. @see RFC 6749 §5.1 */
export function scopeStates({
  scopeAsked,
  scopeGranted,
}: Pick<HeldToken, 'scopeAsked' | 'scopeGranted'>): ScopeState[] {
  const asked = listOf(scopeAsked)
  const granted = listOf(scopeGranted ?? scopeAsked)
  return [...new Set([...asked, ...granted])].map((scope) => ({
    scope,
    state: !granted.includes(scope) ? 'not granted' : asked.includes(scope) ? 'granted' : 'not asked for',
  }))
}

const listOf = (text: string): string[] => text.split(' ').filter(Boolean)
