import type { Exchange } from '../../contract/exchange.ts'
import type { OAuthError } from '../../contract/outcome.ts'
import { isMembers, memberNamed } from '../json/json-members.ts'

/** An OAuth error is short; what is longer is something else. */
const longest = 100_000

/** The OAuth error in the body of an API's answer, masked as the exchange is; null where it has none. @see RFC 6749 §5.2 */
export function errorInBody({ response }: Pick<Exchange, 'response'>): Omit<OAuthError, 'error_uri'> | null {
  const text = response?.body.text ?? ''
  if (text.length > longest) return null
  try {
    const body: unknown = JSON.parse(text)
    const named = (name: string) => (isMembers(body) ? memberNamed(body, name) : undefined)
    const [error, description] = [named('error'), named('error_description')]
    if (typeof error !== 'string') return null
    return { error, error_description: typeof description === 'string' ? description : null }
  } catch {
    return null
  }
}
