import type { CheckReason } from '../../contract/check-reasons.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Check } from '../../contract/verification.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { type Opened, openLayers } from './opening.ts'
import { environmentMaterials, nothingToOpenWith } from './opening-materials.ts'
import type { Prepared } from '../environment/problems.ts'
import type { ResolveDeps } from '../environment/resolve-environment.ts'
import type { ReferredToken } from './resolve-token.ts'

/** The token that can be verified: the one that is asked about, or the one within it. `checks` say how it was come by. */
export type UnwrappedJwt =
  | { kind: 'token'; token: string; decoded: DecodedToken; checks: readonly Check[] }
  | { kind: 'nothing_to_verify'; checks: readonly Check[] }

/** Opens a JWE with what the environment has. A JWE by itself proves nothing: anyone can encrypt for a public key. */
export async function unwrapNestedJwt(
  deps: ResolveDeps,
  environment: CurrentEnvironment | null,
  { accessToken, decoded }: ReferredToken,
  signal: AbortSignal,
): Promise<Prepared<UnwrappedJwt>> {
  if (decoded.kind !== 'jwe') return { ok: true, value: { kind: 'token', token: accessToken, decoded, checks: [] } }
  const { header } = decoded
  const opening = await openLayers(accessToken, header, async (ofLayer) =>
    environment === null ? nothingToOpenWith : environmentMaterials(deps, environment, ofLayer, signal),
  )
  if (!opening.ok) return opening
  if (opening.value.kind === 'opened') return { ok: true, value: unwrapOpened(opening.value) }
  const { reason, evidence } = opening.value
  return { ok: true, value: stillClosed(reason, evidence) }
}

function unwrapOpened({ text, decoded, claims, layers, evidence }: Opened): UnwrappedJwt {
  if (decoded.kind === 'jwe') return stillClosed(layers === 1 ? 'inner_closed' : 'nested_too_deep', evidence)
  const reason = layers === 1 ? 'opened_with' : 'opened_twice_with'
  const encryption: Check = { name: 'encryption', result: 'passed', reason, evidence }
  if (claims === null) return { kind: 'token', token: text, decoded, checks: [encryption] }
  return { kind: 'nothing_to_verify', checks: [encryption, unsigned('nothing_signed')] }
}

function stillClosed(reason: CheckReason, evidence: Check['evidence']): UnwrappedJwt {
  const encryption: Check = { name: 'encryption', result: 'not_possible', reason, evidence }
  return { kind: 'nothing_to_verify', checks: [encryption, unsigned('token_jwe')] }
}

const unsigned = (reason: CheckReason): Check => ({ name: 'signature', result: 'not_possible', reason, evidence: {} })
