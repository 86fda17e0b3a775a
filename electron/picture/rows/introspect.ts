import { endingFact } from '../../wording/flow/endings.ts'
import { introspectionFacts, joined, plainHttpFact } from '../../wording/flow/facts.ts'
import { asIn4A, introspectedFact, provenByServer } from '../../wording/flow/introspection.ts'
import { expectedProof, labels, missing, waysOut } from '../../wording/flow/labels.ts'
import type { Row } from '../picture.ts'
import { serverRows } from './server-rows.ts'
import type { Scene } from './scene.ts'

/** The authorization server is asked whether the token is active; after a revocation that is the proof. */
export function introspectRows(scene: Scene): Row[] {
  const { plan, name } = scene
  return serverRows(scene, {
    step: name === 'introspect' ? 'introspection' : 'introspection_again',
    icon: 'introspect',
    url: plan.introspection_endpoint,
    words: labels.introspect,
    planned: plannedFacts(scene),
    answered: answeredFacts(scene),
    missing: joined([missing.introspection_endpoint, asIn4A]),
    wayOut: { kind: 'field', field: 'introspection_endpoint', label: waysOut.introspection_endpoint },
  })
}

function plannedFacts({ plan, name }: Scene): string {
  return name === 'introspect'
    ? joined([introspectionFacts(plan), asIn4A, plainHttpFact(plan.introspection_endpoint)])
    : expectedProof
}

function answeredFacts({ act, name }: Scene): string {
  if (act === null) return ''
  if (act.result?.kind !== 'introspected') return endingFact(act)
  const { result, findings, exchanges } = act
  return name === 'introspect'
    ? introspectedFact(exchanges.at(-1)?.status ?? null, result.active)
    : provenByServer(result, findings)
}
