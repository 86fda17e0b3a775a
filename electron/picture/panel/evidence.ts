import { assertNever } from '../../common/assert-never.ts'
import type { FlowAct, FlowPlan, FlowRun } from '../../contract/flow.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { checkTitles } from '../../wording/checks.ts'
import { checkSentence } from '../../wording/checks/sentences.ts'
import { fieldLabel } from '../../wording/field-labels.ts'
import { problemSentence } from '../../wording/problems.ts'
import { failureText } from '../../wording/failures.ts'
import { audienceAsked } from '../../wording/flow/api-answer.ts'
import { places } from '../../wording/flow/places.ts'
import type { TokenResult } from '../../wording/flow/token.ts'
import type { EvidenceLine } from '../picture.ts'
import { evidenceLine, member, requested } from './evidence-line.ts'

/** What the verdict on an act rests on, in three lines at most. */
export function evidenceOf({ plan }: Pick<FlowRun, 'plan'>, act: FlowAct, token: TokenResult | null): EvidenceLine[] {
  return linesOf(plan, act, token).slice(0, 3)
}

function linesOf(plan: FlowPlan, act: FlowAct, token: TokenResult | null): EvidenceLine[] {
  const { name, result, findings } = act
  switch (result?.kind) {
    case undefined:
    case 'token':
    case 'revoked':
      return []
    case 'not_sent':
      return result.problems.length > 1 ? result.problems.map((problem) => problemLine(problem, requestRow(name))) : []
    case 'unreachable': {
      const { host, port } = result.failure
      const { detail, title } = failureText(result.failure)
      return [
        evidenceLine(places.connection, `${host}:${port} · `, detail === '' ? title : detail, '', requestRow(name)),
      ]
    }
    case 'verified':
      return result.checks
        .toSorted((one, other) => Number(other.result === 'failed') - Number(one.result === 'failed'))
        .map((check) =>
          evidenceLine(places.check, `${checkTitles[check.name]}: `, checkSentence(check), '', 'verify.verify'),
        )
    case 'introspected':
      return [evidenceLine(places.introspection, 'active: ', String(result.active), '', requestRow(name))]
    case 'refused': {
      const { error, error_description } = result.error
      const place = name === 'token' ? places.tokenAnswer : name === 'revoke' ? places.revocation : places.introspection
      const answer = saidBy(place, error_description, error, answerRow(name))
      return name === 'token' ? [answer, ...sentFor(error, plan)] : [answer]
    }
    case 'nonconformant':
      return [evidenceLine(answerPlaces[name], '', String(result.status), '', answerRow(name))]
    case 'answered': {
      const status = `${result.status} ${result.statusText}`.trim()
      const answer =
        result.error === null && result.error_description === null
          ? evidenceLine(places.apiAnswer, '', status, '', answerRow(name))
          : saidBy(places.apiAnswer, result.error_description, result.error ?? status, answerRow(name))
      if (audienceAsked(result) !== null) return [answer, ...audienceLines(plan, token)]
      return findings.some(({ code }) => code === 'api_scope_missing') ? [answer, ...scopeLines(plan, token)] : [answer]
    }
    default:
      return assertNever(result)
  }
}

function problemLine(problem: FieldProblem, rowId: string): EvidenceLine {
  const label = fieldLabel(problem.field) ?? problem.field
  return evidenceLine(places.setting, `${label}: ${problemSentence(problem)}`, '', '', rowId)
}

const saidBy = (place: string, description: string | null, error: string, rowId: string): EvidenceLine =>
  description === null || description === ''
    ? evidenceLine(place, 'error: ', error, '', rowId)
    : evidenceLine(place, 'error_description: "', description, '"', rowId)

function audienceLines({ audience }: FlowPlan, token: TokenResult | null): EvidenceLine[] {
  const held =
    token === null || token.audience.length === 0
      ? []
      : [member(places.token, 'aud', token.audience.join(' '), 'token.response')]
  return [...held, requested('audience', audience)]
}

function scopeLines({ scope }: FlowPlan, token: TokenResult | null): EvidenceLine[] {
  const held =
    token === null ? [] : [member(places.token, 'scope', token.scopeGranted ?? token.scopeAsked, 'token.response')]
  return [...held, requested('scope', scope)]
}

/** The part of the token request that an error is about. */
function sentFor(error: string, { client_id, authentication, scope, resource, audience }: FlowPlan): EvidenceLine[] {
  if (error === 'invalid_scope') return [requested('scope', scope)]
  if (error === 'invalid_target') return [requested('resource', resource.join(' ')), requested('audience', audience)]
  if (error !== 'invalid_client') return []
  return [
    requested('client_id', client_id),
    evidenceLine(places.request, `authentication: ${authentication}`, '', '', 'token.request'),
  ]
}

/** Where an answer of the authorization server was seen. A call asks it for a new token. */
const answerPlaces: Readonly<Record<FlowAct['name'], string>> = {
  token: places.tokenAnswer,
  verify: places.check,
  introspect: places.introspection,
  call: places.newToken,
  revoke: places.revocation,
  introspect_again: places.introspection,
  call_again: places.newToken,
}

const requestRow = (name: FlowAct['name']): string => (name === 'verify' ? 'verify.verify' : `${name}.request`)

const answerRow = (name: FlowAct['name']): string =>
  name === 'token' ? 'token.response' : name === 'call' || name === 'call_again' ? `${name}.answer` : requestRow(name)
