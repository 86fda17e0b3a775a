import { labels, waysOut } from '../../wording/flow/labels.ts'
import { leftOutWord, stateWords } from '../../wording/flow/states.ts'
import { verificationLeftOut, verificationPlan, verifiedFact, withoutKeys } from '../../wording/flow/verification.ts'
import { endingFact } from '../../wording/flow/endings.ts'
import { milliseconds } from '../../wording/milliseconds.ts'
import type { Row } from '../picture.ts'
import { reachedBy } from '../reached.ts'
import { extrasOf } from './extras.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'
import { underWayRow } from './under-way.ts'

/** What this app checks of the token itself, as an API does offline. */
export function verifyRows(scene: Scene): Row[] {
  const { plan, act } = scene
  const lacksKeys = plan.jwks_uri === '' && (act === null || act.state === 'waiting')
  const fetches = extrasOf(scene, null).before
  // Where the keys came as they should, the check is what matters.
  const isFolded = act?.result?.kind === 'verified' && fetches.every(({ state }) => state === 'done')
  return [
    ...(isFolded ? [] : fetches),
    ...underWayRow(scene),
    rowOf({
      id: 'verify.verify',
      act: 'verify',
      step: 'verification',
      icon: 'verify',
      from: 'app',
      to: 'app',
      label: labels.verify,
      facts: factsOf(scene),
      ...drawn(scene),
      exchangeId: act?.exchanges.at(-1)?.id ?? null,
      folded: isFolded ? fetches.flatMap((row) => (row.folded.length === 0 ? [row] : row.folded)) : [],
      wayOut: lacksKeys ? { kind: 'field', field: 'jwks_uri', label: waysOut.jwks_uri } : null,
    }),
  ]
}

function factsOf({ plan, act }: Scene): string {
  if (act?.result?.kind === 'verified') return verifiedFact(act.result)
  if (act?.state === 'left_out') return verificationLeftOut(act.leftOut)
  if (act !== null && act.result !== null) return endingFact(act) || verificationPlan
  return plan.jwks_uri === '' ? withoutKeys : verificationPlan
}

function drawn({ act }: Scene): Pick<Row, 'state' | 'result' | 'ms'> {
  const reached = reachedBy(act)
  const ms = act?.ms ?? null
  switch (reached.kind) {
    case 'nothing':
      return {
        state: reached.state,
        result: reached.state === 'will' ? '' : leftOutWord(act?.leftOut ?? null),
        ms: null,
      }
    case 'asking':
      return { state: 'running', result: stateWords.running, ms: null }
    case 'broken':
      return { state: reached.state, result: stateWords[reached.state], ms }
    case 'answered':
      return { state: reached.state, result: ms === null ? '' : milliseconds(ms), ms }
  }
}
