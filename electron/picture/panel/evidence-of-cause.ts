import type { Finding, Pointer } from '../../contract/finding.ts'
import type { FlowAct, FlowPlan } from '../../contract/flow.ts'
import { fieldLabel } from '../../wording/field-labels.ts'
import { places } from '../../wording/flow/places.ts'
import type { TokenResult } from '../../wording/flow/token.ts'
import type { EvidenceLine } from '../picture.ts'
import { evidenceLine, member, requested } from './evidence-line.ts'

type Sent = Pick<FlowPlan, 'client_id' | 'scope' | 'audience' | 'resource' | 'authentication' | 'token_endpoint'>

/** Where a cause was seen: what was answered, then what it points at in the token, the request and the settings. */
export function evidenceOfCause(
  { evidence, pointers }: Pick<Finding, 'evidence' | 'pointers'>,
  name: FlowAct['name'],
  sent: Sent,
  token: TokenResult | null,
): EvidenceLine[] {
  const lines = [...answerOf(evidence, name), ...pointers.flatMap((pointer) => lineOf(pointer, sent, token))]
  return lines.filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index)
}

const answerPlaces = {
  token: places.tokenAnswer,
  verify: places.check,
  introspect: places.introspection,
  introspect_again: places.introspection,
  call: places.apiAnswer,
  call_again: places.apiAnswer,
  revoke: places.revocation,
} as const satisfies Record<FlowAct['name'], string>

function answerOf({ said = '', place = '', error = '', status = '' }: Finding['evidence'], name: FlowAct['name']) {
  const at = (before: string, decisive: string, after: string) =>
    evidenceLine(answerPlaces[name], before, decisive, after, `${name}.response`)
  if (said !== '') return [at(place === '' ? '"' : `${place}: "`, said, '"')]
  if (error !== '') return [at('error: ', error, '')]
  return status === '' ? [] : [at('', status, '')]
}

function lineOf(pointer: Pointer, sent: Sent, token: TokenResult | null): EvidenceLine[] {
  switch (pointer.kind) {
    case 'claim':
      return claimOf(pointer.name, token)
    case 'request_parameter':
      return settingOf(pointer.name, sent)
    case 'field':
      return settingOf(pointer.field, sent)
    case 'request_url':
      return [evidenceLine(places.request, '', sent.token_endpoint, '', 'token.request')]
    case 'request_header':
    case 'response_status':
    case 'response_header':
    case 'response_member':
    case 'response_bytes':
      return []
  }
}

function claimOf(name: string, token: TokenResult | null): EvidenceLine[] {
  if (token === null) return []
  if (name === 'aud' && token.audience.length > 0)
    return [member(places.token, 'aud', token.audience.join(' '), 'token.response')]
  if (name === 'scope') return [member(places.token, 'scope', token.scopeGranted ?? token.scopeAsked, 'token.response')]
  return []
}

/** What was sent of a parameter, or what a field of the environment is set to, as far as the plan of the run says it. */
function settingOf(name: string, { client_id, scope, audience, resource, authentication, token_endpoint }: Sent) {
  const values: Readonly<Record<string, string>> = { client_id, scope, audience, resource: resource.join(' ') }
  const value = values[name]
  if (value !== undefined) return [requested(name, value)]
  const setting = { token_endpoint_auth_method: authentication, token_endpoint }[name]
  return setting === undefined
    ? []
    : [evidenceLine(places.setting, `${fieldLabel(name) ?? name}: `, setting, '', 'token.request')]
}
