import type { Case } from './case.ts'

/** True where the authorization server answered that it does not accept the client, or may mean that. @see RFC 6749 §5.2 */
export function refusesClient({ step, answer }: Pick<Case, 'step' | 'answer'>): boolean {
  if (answer === null || !['token', 'introspection', 'revocation'].includes(step)) return false
  const { error, status } = answer
  return error === null ? status === 401 : /^invalid_client$|unauthorized/i.test(error) || status === 401
}
