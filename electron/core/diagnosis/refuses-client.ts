import type { Case } from './case.ts'

const aboutTheClient =
  /client[_ ]?(?:id|secret|assertion|authentication|credential|certificate)|authorization header|authenticat/i

/** True where the authorization server answered that it does not accept the client, or may mean that. @see RFC 6749 §5.2 */
export function refusesClient(kase: Pick<Case, 'step' | 'answer'>): boolean {
  const { answer } = kase
  if (answer === null || !isAuthenticated(kase)) return false
  const { error, status, words, text, isWebPage } = answer
  if (isWebPage) return false
  if (error === null)
    return status === 401 || (status === 403 && text === '') || (status === 400 && aboutTheClient.test(words))
  if (error === 'invalid_request') return aboutTheClient.test(words)
  return status === 401 || /client[_ ]?(?:id|secret|credential)|invalid_?client|unauthori[sz]ed$/i.test(error)
}

/** True for requests in which a client authenticates. */
export const isAuthenticated = ({ step }: Pick<Case, 'step'>): boolean =>
  step === 'token' || step === 'introspection' || step === 'revocation'
