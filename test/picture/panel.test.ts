import { describe, expect, it } from 'vitest'
import type { FlowAct, FlowActName, FlowPlan, FlowProgress, LeftOut } from '../../electron/contract/flow.ts'
import { finding } from '../../electron/core/finding.ts'
import { panelOf } from '../../electron/picture/panel/panel-of.ts'
import type { Panel } from '../../electron/picture/picture.ts'
import {
  act,
  answered,
  api,
  callAct,
  credential,
  exchange,
  introspectAct,
  passedActs,
  plan,
  runOf,
  tokenAct,
  verifyAct,
} from './samples.ts'

const progress: FlowProgress = {
  runId: 'run1',
  environmentId: 'env1',
  act: 'call',
  purpose: 'api',
  method: 'GET',
  url: 'https://api.orders.example/orders',
  phase: 'wait',
  elapsed: [
    { phase: 'dns', ms: 3 },
    { phase: 'send', ms: 1 },
  ],
  startedAt: 1_000_000,
}

const over = (panel: Panel) => {
  if (panel.kind !== 'over') throw new Error(`The panel is ${panel.kind}.`)
  return panel
}

describe('the panel', () => {
  it('says before a run what is there and what is not, with the way to fill it', () => {
    const panel = panelOf(plan, null, null, credential)
    if (panel.kind !== 'idle') throw new Error(panel.kind)
    expect(panel.title).toBe('Not run yet')
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

  describe('of a web page that the API answered with', () => {
    const call = (name: 'call' | 'call_again') =>
      act(name, {
        state: 'noted',
        result: answered(200),
        exchanges: [api()],
        findings: [finding('api_answer_web_page', { status: '200', page: 'Sign in', sign: 'title' })],
      })

    it.each(['run', 'narrow', 'revoke'] as const)('does not say that the token was accepted: %s', (scenario) => {
      const acts = [tokenAct(), call('call'), ...(scenario === 'revoke' ? [call('call_again')] : [])]
      const panel = over(panelOf(plan, runOf(acts, { plan: { ...plan, scenario } }), null, credential))
      expect(panel).toMatchObject({ tone: 'warn', title: 'The API answered 200 with a web page' })
      expect(panel.reason).toContain('“Sign in”, which does not show that the token was accepted')
      expect(panel.passed[1]?.text).toBe('200 from the API')
    })
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
    expect(panel.change).toEqual({ field: 'audience', value: 'https://api.orders.example' })
  })

  it('says while a run is under way what it waits for, the phases with their times, and what passed', () => {
    const run = runOf([...passedActs.slice(0, 3), act('call', { state: 'running', ms: null })], { state: 'running' })
    const panel = panelOf(plan, run, progress, credential)
    expect(panel).toMatchObject({
      kind: 'running',
      title: 'Step 3: waiting for the API',
      reason: 'Connected to api.orders.example. The request is sent; no answer yet.',
      phases: [
        { name: 'DNS', ms: 3, isOver: true },
        { name: 'Send', ms: 1, isOver: true },
        { name: 'Waiting', ms: null, isOver: false },
      ],
      passed: [{ text: 'Token issued' }, { text: 'Genuine' }, { text: 'Active at the server' }],
    })
    const between = panelOf(plan, run, { ...progress, runId: 'other' }, credential)
    expect(between.title).toBe('Step 3: under way')
    // A window that was loaded again does not know how much was sent.
    expect(between).not.toMatchObject({ reason: expect.stringContaining('Nothing is sent') })
  })

  it('says what is missing before a run that cannot begin', () => {
    const panel = panelOf({ ...plan, token_endpoint: '' }, null, null, {
      is: 'secret',
      keptIn: 'none',
      ageInDays: null,
    })
    expect(panel).toMatchObject({
      title: 'Something is missing before this can run',
      reason: 'Missing: token endpoint, client secret.',
    })
  })

  it('names the field and the reason where nothing was sent', () => {
    const problem = { code: 'secret_not_set', evidence: { secret: 'client_secret' }, field: 'client_secret' } as const
    const failed = tokenAct({ state: 'failed', result: { kind: 'not_sent', problems: [problem] }, exchanges: [] })
    const panel = over(panelOf(plan, runOf([failed], { state: 'failed' }), null, credential))
    expect(panel).toMatchObject({
      tone: 'err',
      title: 'Not sent: the token request needs Client secret',
      fields: ['client_secret'],
    })
    expect(panel.evidence).toEqual([])

    const problems = [problem, { code: 'client_id_missing', evidence: {}, field: 'client_id' }] as const
    const both = tokenAct({ state: 'failed', result: { kind: 'not_sent', problems }, exchanges: [] })
    const many = over(panelOf(plan, runOf([both], { state: 'failed' }), null, credential))
    expect(many.reason).toBe('2 settings keep it from being sent.')
    expect(many.evidence.map(({ place }) => place)).toEqual(['Setting', 'Setting'])
  })

  it('names host, port and code of a connection that failed, and the fields that decide it', () => {
    const failure = {
      code: 'refused',
      phase: 'connect',
      host: 'id.orders.example',
      port: 443,
      nodeCode: 'ECONNREFUSED',
      evidence: {},
    } as const
    const failed = tokenAct({
      state: 'failed',
      result: { kind: 'unreachable', failure },
      exchanges: [exchange({ status: null, sent: 'no' })],
    })
    const panel = over(panelOf(plan, runOf([failed], { state: 'failed' }), null, credential))
    expect(panel).toMatchObject({ title: 'Step 1: connection refused', fields: ['token_endpoint'] })
    expect(panel.evidence[0]?.text).toBe('id.orders.example:443 · ECONNREFUSED')
  })

  it('shows of a refused client what was sent', () => {
    const error = { error: 'invalid_client', error_description: 'bad secret', error_uri: null }
    const failed = tokenAct({
      state: 'failed',
      result: { kind: 'refused', status: 401, error },
      exchanges: [exchange({ status: 401 })],
      findings: [finding('invalid_client', { error: 'invalid_client', status: '401', method: 'client_secret_post' })],
    })
    const panel = over(panelOf(plan, runOf([failed], { state: 'failed' }), null, credential))
    expect(panel.title).toBe('The client was not accepted')
    expect(panel.evidence.map(({ place, text }) => `${place}: ${text}`)).toEqual([
      'Answer, step 2: error_description: "bad secret"',
      'Request, step 1: client_id: ord-svc',
      'Request, step 1: authentication: client_secret_post',
    ])
  })

  it('says of another status of the API that it is not about the token', () => {
    const failed = callAct({ state: 'failed', result: answered(500), exchanges: [api({ status: 500 })] })
    const panel = over(panelOf(plan, runOf([...passedActs.slice(0, 3), failed], { state: 'failed' }), null, credential))
    expect(panel.title).toBe('The API answered 500')
    expect(panel.reason).toBe('An error inside the server. That says nothing of the token.')
  })

  it('says what the server said of a token that is not active, and then why', () => {
    const failed = introspectAct({
      state: 'failed',
      result: { kind: 'introspected', active: false },
      findings: [finding('inactive_unexplained', { token: 'JWT' })],
    })
    const panel = over(panelOf(plan, runOf([tokenAct(), verifyAct(), failed], { state: 'failed' }), null, credential))
    expect(panel.title).toBe('The server says that the token is not active')
    expect(panel.evidence.map(({ text }) => text)).toEqual(['active: false'])
  })

  it.each([
    ['cancelled', 'info', 'You cancelled the run at the API call'],
    ['interrupted', 'warn', 'The app ended during the API call'],
  ] as const)('says of a run that was %s what is known of its request', (state, tone, title) => {
    const ended = callAct({ state, result: null, exchanges: [api({ status: null, failure: 'cancelled' })] })
    const run = runOf([...passedActs.slice(0, 3), ended], { state })
    expect(panelOf(plan, run, null, credential)).toMatchObject({
      tone,
      title,
      reason: 'The request was sent. What the server did with it is not known.',
    })
    const unknown = runOf([act('token', { state })], { state })
    expect(panelOf(plan, unknown, null, credential)).toMatchObject({
      reason: 'Whether the request was sent is not known.',
    })
  })

  it('says that the token was issued where no API was called, and not more', () => {
    const run = runOf([...passedActs.slice(0, 3), act('call', { state: 'left_out', leftOut: 'no_call' })])
    expect(over(panelOf(plan, run, null, credential))).toMatchObject({
      tone: 'ok',
      title: 'The token was issued',
      reason: 'No API was called, so whether one accepts it is not known.',
    })
  })

  it('says beside the verdict what is worth knowing', () => {
    const noted = tokenAct({
      state: 'noted',
      findings: [
        finding('token_has_scheme', { scheme: 'Bearer' }),
        finding('content_type_not_json', { contentType: 'text/plain' }),
      ],
    })
    const panel = over(panelOf(plan, runOf([noted, ...passedActs.slice(1)], { state: 'noted' }), null, credential))
    expect(panel).toMatchObject({ tone: 'warn', title: 'The API accepted the token' })
    expect(panel.reason).toContain('scheme')
    expect(panel.others).toHaveLength(1)
  })
})

describe('the verdict of a scenario', () => {
  const revoke = { ...plan, scenario: 'revoke' } as const
  const verdict = (acts: readonly FlowAct[], of: FlowPlan) =>
    over(panelOf(of, runOf(acts, { plan: of }), null, credential))
  const revoked = act('revoke', { result: { kind: 'revoked' } })
  const inactive = act('introspect_again', { result: { kind: 'introspected', active: false } })
  const active = act('introspect_again', { state: 'noted', result: { kind: 'introspected', active: true } })
  const refused = act('call_again', { result: answered(401) })
  const accepted = act('call_again', { state: 'noted', result: answered(200) })
  const noProof = (name: FlowActName, leftOut: LeftOut) => act(name, { state: 'left_out', leftOut })

  it.each([
    ['The revocation took effect', 'ok', inactive, refused],
    ['Revoked, and the API still accepts the token', 'warn', inactive, accepted],
    ['Revoked, and the server still says active', 'warn', active, refused],
    ['The revocation took effect at the server', 'ok', inactive, noProof('call_again', 'no_call')],
    [
      'The server accepted the revocation',
      'ok',
      noProof('introspect_again', 'no_introspection_endpoint'),
      noProof('call_again', 'no_call'),
    ],
  ] as const)('is “%s” by what was seen of it', (title, tone, again, call) => {
    expect(verdict([tokenAct(), introspectAct(), callAct(), revoked, again, call], revoke)).toMatchObject({
      title,
      tone,
    })
  })

  it('is that nothing was revoked where there is no revocation endpoint', () => {
    const left = (['revoke', 'introspect_again', 'call_again'] as const).map((name) =>
      noProof(name, 'no_revocation_endpoint'),
    )
    expect(verdict([tokenAct(), introspectAct(), callAct(), ...left], revoke)).toMatchObject({
      title: 'Nothing was revoked',
      tone: 'warn',
      fields: ['revocation_endpoint'],
    })
  })

  it('takes a refusal of the narrower token for what it should be only where it names the scope', () => {
    const narrow = { ...plan, scenario: 'narrow', scope: 'orders:read' } as const
    const call = (status: number, scope: string | null) =>
      callAct({ state: status < 400 ? 'noted' : 'passed', result: answered(status, { scope }) })
    expect(verdict([tokenAct(), call(403, 'orders:write')], narrow)).toMatchObject({
      title: 'The API refused the narrower token, as it should',
      reason: 'It answered 403: it wants orders:write.',
    })
    expect(verdict([tokenAct(), call(403, null)], narrow).title).toBe('The API refused the narrower token')
    expect(verdict([tokenAct(), call(200, null)], narrow)).toMatchObject({
      tone: 'warn',
      title: 'The API accepted the narrower token',
    })
  })
})
