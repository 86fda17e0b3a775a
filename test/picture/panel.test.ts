import { describe, expect, it } from 'vitest'
import { panelOf } from '../../electron/picture/panel/panel-of.ts'
import type { Panel } from '../../electron/picture/picture.ts'
import {
  answered,
  api,
  callAct,
  credential,
  introspectAct,
  passedActs,
  plan,
  runOf,
  tokenAct,
  verifyAct,
} from './samples.ts'

const over = (panel: Panel) => {
  if (panel.kind !== 'over') throw new Error(`The panel is ${panel.kind}.`)
  return panel
}

describe('the panel', () => {
  it('says before a run what is there and what is not, with the way to fill it', () => {
    const panel = panelOf(plan, null, null, credential)
    if (panel.kind !== 'idle') throw new Error(panel.kind)
    expect(panel.title).toBe('Nothing has run yet')
    expect(panel.preconditions.map(({ name, value, state }) => `${state} ${name}: ${value}`)).toEqual([
      'ready Token endpoint: /token-srv/token',
      'ready Client secret: stored, set 41 days ago',
      'ready Scopes: orders.read orders.write',
      'ready Call: GET /orders',
      'ready Introspection endpoint: /token-srv/introspect',
      'advice Audience: not set',
    ])
    expect(panel.preconditions[5]?.wayOut).toEqual({ kind: 'field', field: 'audience', label: 'Set audience' })
  })

  it('says after a run that went well that the API accepted the token, and what each act gave', () => {
    const panel = over(panelOf(plan, runOf(passedActs), null, credential))
    expect(panel).toMatchObject({ tone: 'ok', title: 'The API accepted the token', reason: 'It answered 200 OK.' })
    expect(panel.passed).toEqual([
      { text: 'Token issued', ms: 86 },
      { text: 'Genuine', ms: 4.2 },
      { text: 'Active at the server', ms: 41 },
      { text: 'Accepted by the API', ms: 31 },
    ])
  })

  it('says of a refusal which audience is wanted, marks where that was seen, and says what to set', () => {
    const refusal = answered(401, {
      error: 'invalid_token',
      error_description: 'audience must be https://api.orders.example',
    })
    const failed = callAct({ state: 'failed', result: refusal, exchanges: [api({ status: 401 })] })
    const run = runOf([tokenAct(), verifyAct(), introspectAct(), failed], { state: 'failed' })
    const panel = over(panelOf(plan, run, null, credential))
    expect(panel.title).toBe('The API refused the token: it wants audience https://api.orders.example')
    expect(panel.reason).toBe('The token’s audience is your client ID, and the request named no audience.')
    expect(
      panel.evidence.map(({ place, text, mark }) => [place, text, mark && text.slice(mark[0], mark[0] + mark[1])]),
    ).toEqual([
      [
        'Answer, step 5',
        'error_description: "audience must be https://api.orders.example"',
        'audience must be https://api.orders.example',
      ],
      ['Token, step 2', '"aud": "ord-svc"', 'ord-svc'],
      ['Request, step 1', 'audience not sent', null],
    ])
    expect(panel.fields).toEqual(['audience'])
    expect(panel.change).toEqual({
      field: 'audience',
      value: 'https://api.orders.example',
      label: 'Set Audience to https://api.orders.example',
    })
  })
})
