import type { CheckReason } from '../../../../contract/check-reasons.ts'
import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { signingAlgorithms, unsupportedAlgorithms } from '../../algorithms.ts'
import type { Keys } from '../verification-keys.ts'
import { shown } from '../../shown.ts'

/** The algorithm is acceptable by itself, and with the keys that there are. @see RFC 8725 §3.1, §3.2 */
export function checkAlgorithm(header: JsonObject, keys: Keys): Check {
  const alg = stringOf(memberOf(header, 'alg')?.source)
  const check = (result: Check['result'], reason: CheckReason): Check => ({
    name: 'algorithm',
    result,
    reason,
    evidence: alg === null ? {} : { alg: shown(alg) },
  })
  if (alg === null || alg === '') return check('failed', 'algorithm_missing')
  if (alg.toLowerCase() === 'none') return check('failed', 'algorithm_none')
  if (unsupportedAlgorithms.has(alg)) return check('not_possible', 'algorithm_unsupported')
  const algorithm = signingAlgorithms.get(alg)
  if (algorithm === undefined) return check('not_possible', 'algorithm_unknown')
  if (algorithm.kty !== 'oct') return check('passed', 'algorithm_asymmetric')
  const isShared = keys.kind === 'secret' || keys.kind === 'shared_secrets'
  return isShared ? check('passed', 'algorithm_shared') : check('not_possible', 'algorithm_symmetric')
}
