import { joined, onlyWithoutToken, tokenRequestFacts } from '../../wording/flow/facts.ts'
import { labels, missing, waysOut } from '../../wording/flow/labels.ts'
import { stateWords } from '../../wording/flow/states.ts'
import { reusedFact } from '../../wording/flow/token.ts'
import type { Row } from '../picture.ts'
import { drawnAnswer, drawnRequest } from './drawn.ts'
import { extrasOf } from './extras.ts'
import { mainExchanges } from './main-exchange.ts'
import { requestLabel } from './request-label.ts'
import { progressOfMain, requestFacts } from './row-facts.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'
import { problemsOfSources } from './source-problem.ts'
import { sourceRows } from './sources.ts'
import { tokenAnswerWords } from './token-answer.ts'

/** Steps 1 and 2: the client authenticates, and a token comes back; before them, where the secret is read. */
export function tokenRows(scene: Scene): Row[] {
  const { first, last } = mainExchanges(scene)
  const { before, after } = extrasOf(scene, first)
  const isProxied = last === null ? scene.plan.proxy !== null : last.proxy !== null
  const request = rowOf({
    id: 'token.request',
    act: 'token',
    step: 'token_request',
    number: '1',
    from: 'app',
    to: 'server',
    isProxied,
    ...requestLabel(first, { method: 'POST', url: scene.plan.token_endpoint }, labels.token_request),
    ...requestWords(scene, first !== last),
    exchangeId: first?.id ?? null,
  })
  const answer = rowOf({
    id: 'token.response',
    act: 'token',
    step: 'token_response',
    number: '2',
    from: 'server',
    to: 'app',
    isProxied,
    ...drawnAnswer(scene.act),
    ...tokenAnswerWords(scene, last?.status ?? null),
    exchangeId: last?.id ?? null,
  })
  return [...sourceRows(scene), ...before, ...asHeld(scene, [request, ...after, answer])]
}

type Words = Pick<Row, 'facts' | 'state' | 'result' | 'wayOut'>

function requestWords(scene: Scene, isFollowed: boolean): Words & Partial<Row> {
  const { plan, act } = scene
  if (problemsOfSources(act, plan.sources).length > 0) {
    return { facts: tokenRequestFacts(plan), state: 'left_out', result: stateWords.not_sent, wayOut: null }
  }
  const drawn = drawnRequest(act, progressOfMain(scene), isFollowed)
  if (plan.token_endpoint !== '') {
    const isConditional = plan.tokenChoice === 'reuse' && drawn.state === 'will'
    const planned = joined([tokenRequestFacts(plan), isConditional ? onlyWithoutToken : ''])
    return { ...drawn, facts: requestFacts(scene, drawn.state, planned), wayOut: null }
  }
  const wayOut = { kind: 'field', field: 'token_endpoint', label: waysOut.token_endpoint } as const
  return { ...drawn, facts: missing.token_endpoint, wayOut }
}

/** A token that is held takes no request: nothing is drawn as sent. */
function asHeld({ act }: Scene, rows: readonly Row[]): readonly Row[] {
  if (act?.result?.kind !== 'token' || act.result.use !== 'reused') return rows
  const facts = reusedFact(act.result, act.startedAt)
  return rows.map((row) => ({
    ...row,
    facts,
    state: 'left_out',
    result: stateWords.not_needed,
    ms: null,
    growth: null,
    wayOut: null,
  }))
}
