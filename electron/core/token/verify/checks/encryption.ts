import type { Check } from '../../../../contract/verification.ts'
import { judged } from '../judged.ts'
import { readJwe } from '../../rejections/jwe.ts'

/** What can be said of a JWE that stays closed. @see RFC 7516 §5.2 */
export function checkEncryption(token: string): Check {
  const jwe = readJwe(token)
  if (!jwe.ok) {
    const isOurs = jwe.rejection.reason.startsWith('encryption_')
    return { name: 'encryption', result: isOurs ? 'not_possible' : 'failed', ...jwe.rejection }
  }
  const { alg, enc } = jwe
  return { name: 'encryption', ...judged('token_jwe', { alg, enc }) }
}
