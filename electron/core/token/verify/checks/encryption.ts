import type { Check } from '../../../../contract/verification.ts'
import { lintJwe } from '../../rejections/jwe.ts'

/** What can be said of a JWE that stays closed. @see RFC 7516 §5.2 */
export function checkEncryption(token: string): Check {
  const linting = lintJwe(token)
  if (!linting.ok) {
    const isOurs = linting.lint.reason.startsWith('encryption_')
    return { name: 'encryption', result: isOurs ? 'not_possible' : 'failed', ...linting.lint }
  }
  const { alg, enc } = linting
  return { name: 'encryption', result: 'not_possible', reason: 'token_jwe', evidence: { alg, enc } }
}
