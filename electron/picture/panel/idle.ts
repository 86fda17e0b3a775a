import { pathOf } from '../../common/path-of.ts'
import { oneLine } from '../../common/one-line.ts'
import type { FlowPlan } from '../../contract/flow.ts'
import { scopesIn } from '../../wording/flow/facts.ts'
import { waysOut } from '../../wording/flow/labels.ts'
import {
  credentialNames,
  idleReason,
  idleTitle,
  keptText,
  missingReason,
  noneChosen,
  notReadyTitle,
  notSet,
  preconditionNames,
} from '../../wording/flow/preconditions.ts'
import type { Credential } from '../flow-facts.ts'
import type { Panel, Precondition } from '../picture.ts'

/** Before a run: what it needs, in two columns of three. */
export function idlePanel(plan: FlowPlan, credential: Credential): Panel {
  const preconditions = [
    endpoint('token_endpoint', plan.token_endpoint, 'missing'),
    credentialOf(plan, credential),
    scopesOf(plan),
    callOf(plan),
    endpoint('introspection_endpoint', plan.introspection_endpoint, 'advice'),
    plan.scenario === 'revoke'
      ? endpoint('revocation_endpoint', plan.revocation_endpoint, 'missing')
      : audienceOf(plan),
  ]
  const missing = preconditions.filter(({ state }) => state === 'missing').map(({ name }) => name)
  return missing.length === 0
    ? { kind: 'idle', title: idleTitle, reason: idleReason, preconditions }
    : { kind: 'idle', title: notReadyTitle, reason: missingReason(missing), preconditions }
}

type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint'

function endpoint(field: Endpoint, url: string, without: 'missing' | 'advice'): Precondition {
  const name = preconditionNames[field]
  return url === '' ? { name, ...lacking(field, waysOut[field], without) } : { name, ...given(pathOf(url), true) }
}

function credentialOf({ client_id }: FlowPlan, { is, keptIn, ageInDays }: Credential): Precondition {
  const name = credentialNames[is]
  if (client_id === '') return { name: credentialNames.nothing, ...lacking('client_id', waysOut.client_id, 'missing') }
  if (is === 'nothing') return { name, ...given(client_id, true) }
  return keptIn === 'none'
    ? { name, ...lacking(fieldOf[is], waysOut.credential, 'missing') }
    : { name, ...given(keptText(keptIn, ageInDays), false) }
}

const fieldOf = {
  secret: 'client_secret',
  key: 'private_key',
  certificate: 'network.clientCertificate.certificate',
  assertion: 'assertion.assertionFile',
} as const

function scopesOf({ scenario, scope }: FlowPlan): Precondition {
  const name = preconditionNames[scenario === 'narrow' ? 'narrowed' : 'scope']
  const scopes = scopesIn(scope)
  return scopes.length === 0
    ? { name, ...lacking('scope', waysOut.scope, 'advice') }
    : { name, ...given(scopes.join(' '), true) }
}

function callOf({ scenario, call }: FlowPlan): Precondition {
  const { call: name } = preconditionNames
  if (call !== null) return { name, ...given(`${call.method} ${pathOf(call.url)}`, true) }
  const wayOut = { kind: 'api-calls', label: waysOut.call } as const
  return { name, value: noneChosen, isBytes: false, state: scenario === 'narrow' ? 'missing' : 'advice', wayOut }
}

/** Some servers take a resource instead. @see RFC 8707 §2 */
function audienceOf({ audience, resource }: FlowPlan): Precondition {
  const { audience: name } = preconditionNames
  const named = [audience, ...resource].filter((value) => value !== '')
  return named.length === 0
    ? { name, ...lacking('audience', waysOut.audience, 'advice') }
    : { name, ...given(named.join(' '), true) }
}

type Rest = Omit<Precondition, 'name'>

const given = (value: string, isBytes: boolean): Rest => ({
  value: oneLine(value),
  isBytes,
  state: 'ready',
  wayOut: null,
})

const lacking = (field: string, label: string, state: 'missing' | 'advice'): Rest => ({
  value: notSet,
  isBytes: false,
  state,
  wayOut: { kind: 'field', field, label },
})
