import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { signingAlgorithms, unsupportedAlgorithms } from '../../algorithms.ts'
import type { Keys } from '../verification-keys.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'

/** The algorithm is acceptable by itself, and with the keys that there are. @see RFC 8725 §3.1, §3.2 */
export function checkAlgorithm(header: JsonObject, keys: Keys): Check {
  return { name: 'algorithm', ...judgeAlgorithm(stringOf(memberOf(header, 'alg')?.source) ?? '', keys) }
}

function judgeAlgorithm(named: string, keys: Keys): Judged {
  if (named === '') return judged('algorithm_missing')
  const alg = shown(named)
  if (named.toLowerCase() === 'none') return judged('algorithm_none', { alg })
  if (unsupportedAlgorithms.has(named)) return judged('algorithm_unsupported', { alg })
  const algorithm = signingAlgorithms.get(named)
  if (algorithm === undefined) return judged('algorithm_unknown', { alg })
  if (algorithm.kty !== 'oct') return judged('algorithm_asymmetric', { alg })
  const isShared = keys.kind === 'secret' || keys.kind === 'shared_secrets'
  return isShared ? judged('algorithm_shared', { alg }) : judged('algorithm_symmetric', { alg })
}
