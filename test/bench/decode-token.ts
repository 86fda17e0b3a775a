import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { interleaved, type Pair } from './pairs.ts'
import { tokenOfSize } from './token-of-size.ts'

/**
 * G11: milliseconds of decoding a token of 100 KB without losing anything, of batches large enough to be timed. The floor is
 * JSON.parse of its claims alone.
 */
export async function measureDecoding(): Promise<Pair<number>[]> {
  const { token, claims } = tokenOfSize({})
  if (decodeToken(token).kind !== 'jws') throw new Error('The token to measure with cannot be decoded')
  const floor = async () => batch(() => JSON.parse(claims))
  const ours = async () => batch(() => decodeToken(token))
  await floor()
  await ours()
  return interleaved(11, floor, ours)
}

function batch(act: () => void): number {
  const count = 100
  const started = performance.now()
  for (let done = 0; done < count; done += 1) act()
  return (performance.now() - started) / count
}
