import { judged, type Judged } from '../token/verify/judged.ts'
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
  return { ok: true, value: stillClosed({ result: 'not_possible', reason, evidence }) }
}

function unwrapOpened({ text, decoded, claims, layer, outer }: Opened): UnwrappedJwt {
  if (decoded.kind === 'jwe') {
    return stillClosed(outer === null ? judged('inner_closed', { by: layer.by }) : judged('nested_too_deep'))
  }
  const encryption: Check = {
    name: 'encryption',
    ...(outer === null
      ? judged('opened_with', layer)
      : judged('opened_twice_with', {
          ...layer,
          outer_by: outer.by,
          outer_alg: outer.alg,
          outer_enc: outer.enc,
        })),
  }
  if (claims === null) return { kind: 'token', token: text, decoded, checks: [encryption] }
  return { kind: 'nothing_to_verify', checks: [encryption, { name: 'signature', ...judged('nothing_signed') }] }
}

function stillClosed(ended: Judged): UnwrappedJwt {
  return {
    kind: 'nothing_to_verify',
    checks: [
      { name: 'encryption', ...ended },
      { name: 'signature', ...judged('token_jwe') },
    ],
  }
}
