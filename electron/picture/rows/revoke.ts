import { endingFact } from '../../wording/flow/endings.ts'
import { joined, plainHttpFact } from '../../wording/flow/facts.ts'
import { labels, missing, revocationPlan, revokedFact, waysOut } from '../../wording/flow/labels.ts'
import type { Row } from '../picture.ts'
import { serverRows } from './server-rows.ts'
import type { Scene } from './scene.ts'

/** The authorization server is asked to end the token's life. */
export function revokeRows(scene: Scene): Row[] {
  const { plan, act } = scene
  const status = act?.exchanges.at(-1)?.status ?? null
  return serverRows(scene, {
    step: 'revocation',
    icon: 'revoke',
    url: plan.revocation_endpoint,
    words: labels.revoke,
    planned: joined([revocationPlan, plainHttpFact(plan.revocation_endpoint)]),
    answered:
      act === null
        ? ''
        : act.result?.kind === 'revoked'
          ? joined([status === null ? '' : String(status), revokedFact])
          : endingFact(act),
    missing: missing.revocation_endpoint,
    wayOut: { kind: 'field', field: 'revocation_endpoint', label: waysOut.revocation_endpoint },
  })
}
