import type { Case } from '../case.ts'

/** What was asked for, and whether the answer is about it. */
export interface AskedScope {
  /** As it was sent; null where it was not. */
  sent: string | null
  /** Its parts, as the standard separates them. @see RFC 6749 §3.3 */
  scopes: readonly string[]
  /** Those of them that the answer names; all where it names none. */
  meant: readonly string[]
  /** The error code is that of a scope. */
  isScopeError: boolean
  /** The error code or the server's words are about a scope, and not about something else. */
  isAbout: boolean
}

const others = /secret|assertion|certificate|client (?:id|not found)|grant.?type|unknown client|tenant/i

export function askedScope({ request, answer }: Pick<Case, 'request' | 'answer'>): AskedScope {
  const sent = request.parameters.get('scope')?.join(' ') ?? null
  const scopes = [...new Set((sent ?? '').split(/\s+/).filter(Boolean))]
  const words = answer?.words ?? ''
  const named = scopes.filter((scope) => names(words, scope))
  const isScopeError = /^(?:invalid_scope|scope_invalid|insufficient_scope)\b/.test(answer?.error ?? '')
  const isVague = /^(?:invalid_request|invalid_grant|access_denied|unauthorized_client|invalid_client|400)$/.test(
    answer?.error ?? 'invalid_request',
  )
  return {
    sent,
    scopes,
    meant: named.length > 0 ? named : scopes,
    isScopeError,
    isAbout: isScopeError || (isVague && /\bscopes?\b/i.test(words) && !others.test(words)),
  }
}

/** True where a text has this scope as a word. */
function names(words: string, scope: string): boolean {
  const at = words.indexOf(scope)
  if (at === -1 || scope.length < 3) return false
  const [before, after] = [words[at - 1] ?? ' ', words[at + scope.length] ?? ' ']
  return !/[\w:/-]/.test(before) && !/[\w:/-]/.test(after)
}
