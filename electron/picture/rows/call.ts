import { callFacts } from '../../wording/flow/facts.ts'
import { apiAnswerFact, narrowedFact, provenByCall } from '../../wording/flow/api-answer.ts'
import { endingFact } from '../../wording/flow/endings.ts'
import { expectedAnswers, labels, missing, validationFact, waysOut } from '../../wording/flow/labels.ts'
import { leftOutWord, stateWords } from '../../wording/flow/states.ts'
import type { Row } from '../picture.ts'
import { reachedBy } from '../reached.ts'
import { drawnAnswer, drawnRequest } from './drawn.ts'
import { extrasOf } from './extras.ts'
import { mainExchanges } from './main-exchange.ts'
import { requestLabel } from './request-label.ts'
import { progressOfMain, requestFacts } from './row-facts.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'
import { underWayRow } from './under-way.ts'

/** Steps 3 to 5: the API is called, validates the token, and answers. */
export function callRows(scene: Scene): Row[] {
  const { first } = mainExchanges(scene)
  const { before, after } = extrasOf(scene, first)
  const rows = [requestRow(scene), ...after, ...validationRows(scene), answerRow(scene)]
  return [...before, ...underWayRow(scene), ...(first === null ? withoutRequest(scene, rows) : rows)]
}

/** Without a request to the API: there is no call, or the token for it did not come. */
function withoutRequest(scene: Scene, rows: readonly Row[]): readonly Row[] {
  if (scene.plan.call === null) return rows.map(asMissing)
  return endedByToken(scene) ? rows.map((row) => ({ ...row, ...notReached })) : rows
}

function requestRow(scene: Scene): Row {
  const { plan, act, name } = scene
  const { first, last } = mainExchanges(scene)
  const { method, url } = plan.call ?? { method: 'GET', url: '' }
  const drawn = drawnRequest(act, progressOfMain(scene), first !== last)
  return rowOf({
    id: `${name}.request`,
    act: name,
    step: name === 'call' ? 'api_call' : 'api_call_again',
    number: '3',
    from: 'app',
    to: 'api',
    isProxied: isProxied(scene),
    ...requestLabel(first, { method, url }, labels.call),
    ...drawn,
    facts: requestFacts(scene, drawn.state, callFacts(plan, url)),
    exchangeId: first?.id ?? null,
  })
}

/** What the API does by itself: it shows in nothing but its answer. */
function validationRows({ name, act }: Scene): Row[] {
  if (name === 'call_again') return []
  return [
    rowOf({
      id: `${name}.validation`,
      act: name,
      step: 'api_validation',
      number: '4',
      from: 'api',
      to: 'server',
      label: labels.validation,
      facts: validationFact,
      ...validationState(act),
    }),
  ]
}

function validationState(act: Scene['act']): Pick<Row, 'state' | 'result'> {
  const reached = reachedBy(act)
  switch (reached.kind) {
    case 'nothing':
      return reached.state === 'will'
        ? { state: 'hidden', result: '' }
        : { state: 'left_out', result: leftOutWord(act?.leftOut ?? null) }
    case 'asking':
      return { state: 'hidden', result: '' }
    case 'broken':
      return reached.at === 'answer'
        ? { state: 'hidden', result: stateWords.not_visible }
        : { state: 'left_out', result: leftOutWord('stopped') }
    case 'answered':
      return { state: 'hidden', result: stateWords.not_visible }
  }
}

function answerRow(scene: Scene): Row {
  const { act, name } = scene
  const { last } = mainExchanges(scene)
  const answer = act?.result?.kind === 'answered' ? act.result : null
  return rowOf({
    id: `${name}.answer`,
    act: name,
    step: name === 'call' ? 'api_answer' : 'api_answer_again',
    number: '5',
    from: 'api',
    to: 'app',
    isProxied: isProxied(scene),
    label: answer === null ? labels.answer : `${answer.status} ${answer.error ?? answer.statusText}`,
    isBytes: answer !== null,
    facts: answerFacts(scene),
    ...drawnAnswer(act),
    exchangeId: last?.id ?? null,
  })
}

function answerFacts({ plan: { scenario }, act, name }: Scene): string {
  if (act?.result?.kind === 'answered') {
    const judged = { result: act.result, findings: act.findings }
    if (name === 'call_again') return provenByCall(judged)
    return scenario === 'narrow' ? narrowedFact(judged) : apiAnswerFact(judged)
  }
  const reached = reachedBy(act)
  if (act !== null && reached.kind === 'broken' && reached.at === 'answer') return endingFact(act)
  if (name === 'call_again') return expectedAnswers.again
  return expectedAnswers[scenario === 'narrow' ? 'narrow' : 'run']
}

/** The call needed a new token, and none came: no request went to the API. */
const endedByToken = ({ act }: Scene): boolean =>
  act !== null && act.state !== 'running' && act.exchanges.some(({ purpose }) => purpose === 'token')

const notReached: Pick<Row, 'state' | 'result' | 'ms' | 'isBroken' | 'growth'> = {
  state: 'left_out',
  result: leftOutWord('stopped'),
  ms: null,
  isBroken: false,
  growth: null,
}

function isProxied(scene: Scene): boolean {
  const { last } = mainExchanges(scene)
  return last === null ? scene.plan.proxy !== null : last.proxy !== null
}

const asMissing = (row: Row, index: number): Row => ({
  ...row,
  facts: index === 0 ? missing.call : row.facts,
  state: 'left_out',
  result: leftOutWord(null),
  wayOut: index === 0 ? { kind: 'api-calls', label: waysOut.call } : null,
})
