import { describe, expect, it } from 'vitest'
import type { FlowAct, FlowPlan, FlowProgress } from '../../electron/contract/flow.ts'
import type { TransportFailure } from '../../electron/contract/exchange.ts'
import { finding } from '../../electron/core/finding.ts'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import type { Row } from '../../electron/picture/picture.ts'
import {
  act,
  answered,
  api,
  callAct,
  exchange,
  introspectAct,
  passedActs,
  plan,
  runOf,
  token,
  tokenAct,
  verifyAct,
} from './samples.ts'

const rowsOf = (
  acts: readonly FlowAct[],
  changes: Partial<FlowPlan> = {},
  progress: FlowProgress | null = null,
): Row[] => [...pictureOf(plan, runOf(acts, { plan: { ...plan, ...changes } }), progress).rows]
const row = (rows: readonly Row[], id: string): Row => {
  const found = rows.find((one) => one.id === id)
  if (found === undefined) throw new Error(`No row ${id}: ${rows.map((one) => one.id).join(', ')}`)
  return found
}
const failure = (changes: Partial<TransportFailure>): TransportFailure => ({
  code: 'refused',
  phase: 'connect',
  host: 'id.orders.example',
  port: 443,
  nodeCode: 'ECONNREFUSED',
  evidence: {},
  ...changes,
})
const stopped = (name: FlowAct['name']) =>
  act(name, { state: 'left_out', leftOut: 'stopped', ms: null, startedAt: null })

describe('a row', () => {
  it('says that the held token was used, and is not drawn as sent', () => {
    const rows = rowsOf([tokenAct({ result: { ...token, use: 'reused' }, exchanges: [] }), ...passedActs.slice(1)])
    for (const id of ['token.request', 'token.response']) {
      expect(row(rows, id)).toMatchObject({
        facts: 'Used the current token (09:45 left)',
        state: 'left_out',
        result: 'not needed',
      })
    }
  })

  it('says before a run that a token is requested only where none can be reused, if that was chosen', () => {
    const { rows } = pictureOf({ ...plan, tokenChoice: 'reuse' }, null, null)
    expect(rows[0]?.facts).toBe('client_secret_post · requests 2 scopes · only where no token can be reused')
  })

  it('names DPoP, a client certificate, audience, resource and plain http among its facts', () => {
    const [request, answer] = pictureOf(
      {
        ...plan,
        hasProof: true,
        hasClientCertificate: true,
        audience: 'orders',
        resource: ['urn:a', 'urn:b'],
        token_endpoint: 'http://id.orders.example/token',
      },
      null,
      null,
    ).rows
    expect(request?.facts).toBe(
      'client_secret_post · requests 2 scopes · audience orders · 2 resources · DPoP proof · client certificate · plain http, not encrypted',
    )
    expect(answer?.facts).toBe('DPoP · usually 86400 s at cidaas')
  })

  it('breaks on its way where no connection came, and everything after it is not reached', () => {
    const unreachable = { kind: 'unreachable', failure: failure({}) } as const
    const broken = exchange({ status: null, failure: 'refused', failedAt: 'connect', sent: 'no' })
    const rows = rowsOf([
      tokenAct({ state: 'failed', result: unreachable, exchanges: [broken] }),
      ...(['verify', 'introspect', 'call'] as const).map(stopped),
    ])
    expect(row(rows, 'token.request')).toMatchObject({
      state: 'failed',
      result: 'not sent',
      isBroken: true,
      facts: 'Connection refused',
    })
    for (const one of rows.slice(1)) expect(one).toMatchObject({ state: 'left_out', result: 'not reached' })
  })

  it('is sent where the answer alone did not come', () => {
    const unreachable = { kind: 'unreachable', failure: failure({ code: 'timeout', phase: 'wait' }) } as const
    const broken = api({ status: null, failure: 'timeout', failedAt: 'wait' })
    const rows = rowsOf([
      ...passedActs.slice(0, 3),
      callAct({ state: 'failed', result: unreachable, exchanges: [broken] }),
    ])
    expect(row(rows, 'call.request')).toMatchObject({ state: 'done', result: 'sent' })
    expect(row(rows, 'call.validation')).toMatchObject({ state: 'hidden', result: 'not visible' })
    expect(row(rows, 'call.answer')).toMatchObject({
      state: 'failed',
      result: 'no answer',
      facts: 'Time limit reached',
      isBroken: true,
    })
  })

  it.each([
    ['cancelled', 'cancelled'],
    ['interrupted', 'interrupted'],
  ] as const)('says by a word that it was %s', (state, word) => {
    const rows = rowsOf([tokenAct(), verifyAct(), introspectAct(), act('call', { state, ms: null })])
    expect(row(rows, 'call.request')).toMatchObject({ state, result: word })
    expect(row(rows, 'call.answer')).toMatchObject({ state: 'left_out' })
  })

  it('says what was not run because the run began later', () => {
    const rows = rowsOf([
      tokenAct({ state: 'left_out', leftOut: 'not_asked', result: null, exchanges: [] }),
      ...passedActs.slice(1),
    ])
    expect(row(rows, 'token.request')).toMatchObject({ state: 'left_out', result: 'not run this time' })
  })

  it('names what is missing in its place, with the way to fill it', () => {
    const { rows } = pictureOf(
      { ...plan, introspection_endpoint: '', call: null, jwks_uri: '', token_endpoint: '' },
      null,
      null,
    )
    expect(row(rows, 'token.request').wayOut).toEqual({
      kind: 'field',
      field: 'token_endpoint',
      label: 'Set token endpoint',
    })
    expect(row(rows, 'verify.verify').wayOut).toMatchObject({ field: 'jwks_uri' })
    expect(row(rows, 'introspect.request')).toMatchObject({
      label: 'Introspect',
      state: 'left_out',
      facts: 'No introspection endpoint · as in 4A',
      wayOut: { kind: 'field', field: 'introspection_endpoint' },
    })
    expect(row(rows, 'call.request')).toMatchObject({
      state: 'left_out',
      facts: 'No call chosen',
      wayOut: { kind: 'api-calls', label: 'Choose a call' },
    })
  })

  it('says of an opaque token that only introspection knows it', () => {
    const rows = rowsOf([
      tokenAct({ result: { ...token, format: 'opaque', alg: null } }),
      act('verify', { state: 'left_out', leftOut: 'opaque_token' }),
      introspectAct(),
      callAct(),
    ])
    expect(row(rows, 'token.response').facts).toBe('opaque · 3600 s · 2 of 2 scopes')
    expect(row(rows, 'verify.verify').facts).toBe('The token is opaque: only introspection says what it holds')
  })

  it('says of a signature that no check speaks against that it is valid, though the issuer is another', () => {
    const check = { name: 'issuer', result: 'failed', reason: 'issuer_other', evidence: {} } as const
    const result = { kind: 'verified', verdict: 'other_issuer', kid: 'k1', checks: [check] } as const
    const rows = rowsOf([tokenAct(), verifyAct({ state: 'noted', result }), introspectAct(), callAct()])
    expect(row(rows, 'verify.verify')).toMatchObject({
      state: 'noted',
      facts: 'Signature valid, issuer does not match · as in 4B',
    })
  })

  it('names the refusal by its finding where the answer does not speak of an audience', () => {
    const found = finding('token_refused', { status: '401', token: 'JWT', error: 'invalid_token' })
    const result = answered(401, { error: 'invalid_token', error_description: 'The token was not accepted' })
    const rows = rowsOf([...passedActs.slice(0, 3), callAct({ state: 'failed', result, findings: [found] })])
    expect(row(rows, 'call.answer')).toMatchObject({
      label: '401 invalid_token',
      facts: 'The API refused the token',
      state: 'failed',
    })
  })

  it('reads a secret from its source before the first step, and says there that it could not', () => {
    const sources = [{ kind: 'vault', host: 'vault.example:8200' }] as const
    expect(pictureOf({ ...plan, sources }, null, null).lanes.map(({ id }) => id)).toEqual([
      'app',
      'vault',
      'server',
      'api',
    ])
    expect(row(rowsOf(passedActs, { sources }), 'token.secret.0')).toMatchObject({ state: 'done', to: 'vault' })
    const problem = {
      code: 'secret_source_failed',
      evidence: { secret: 'client_secret' },
      field: 'client_secret',
      cause: { code: 'vault_key_missing', evidence: { key: 'secret', keys: 'other' } },
    } as const
    const rows = rowsOf(
      [tokenAct({ state: 'failed', result: { kind: 'not_sent', problems: [problem] }, exchanges: [] })],
      { sources },
    )
    expect(row(rows, 'token.secret.0')).toMatchObject({ state: 'failed' })
    expect(row(rows, 'token.request')).toMatchObject({ state: 'left_out', result: 'not sent' })
  })

  it('passes the proxy that the plan names, and then the one that was used', () => {
    const planned = pictureOf({ ...plan, proxy: 'proxy.corp:8080' }, null, null)
    expect(planned.lanes.map(({ title, subtitle }) => `${title} ${subtitle}`)[1]).toBe('Proxy proxy.corp:8080')
    expect(planned.rows.filter(({ isProxied }) => isProxied).map(({ id }) => id)).toEqual([
      'token.request',
      'token.response',
      'introspect.request',
      'call.request',
      'call.answer',
    ])
    const used = pictureOf(plan, runOf([tokenAct({ exchanges: [exchange({ proxy: 'http://other:3128' })] })]), null)
    expect(used.lanes[1]).toMatchObject({ id: 'proxy', subtitle: 'other:3128' })
    expect(row(used.rows, 'token.request').isProxied).toBe(true)
  })

  it('keeps two lanes where API and authorization server share a host', () => {
    const { lanes } = pictureOf(
      { ...plan, call: { id: 'c', method: 'GET', url: 'https://id.orders.example/api' } },
      null,
      null,
    )
    expect(lanes.map(({ subtitle }) => subtitle)).toEqual(['ord-svc', 'id.orders.example', 'id.orders.example'])
  })
})

describe('what is made on the way', () => {
  it('is a row of its own: a nonce, a renewal, a redirect', () => {
    const rows = rowsOf([
      tokenAct({ exchanges: [exchange({ status: 400 }), exchange({ id: 'n', relation: 'nonce' })] }),
      verifyAct(),
      introspectAct(),
      callAct({
        exchanges: [
          api({ status: 302 }),
          api({ id: 'r', relation: 'redirect', url: 'https://other.example/orders' }),
          exchange({ id: 't' }),
          api({ id: 'again' }),
        ],
      }),
    ])
    expect(rows.map(({ id, label, facts }) => [id, label, facts]).filter(([id]) => /\.\d+$/.test(id ?? ''))).toEqual([
      ['token.nonce.1', 'POST /token-srv/token', '400 · Sent again with the DPoP nonce of the server'],
      ['call.redirect.1', 'GET /orders', '302 redirected here · at other.example'],
      ['call.renewal.2', 'POST /token-srv/token', '200 · Requested a new token for the call'],
      ['call.renewal.3', 'GET /orders', '200 · Sent again with the new token'],
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('is folded under Verify where the key set came, and a row of its own where it did not', () => {
    const keys = (status: number) => exchange({ id: 'k', purpose: 'jwks', method: 'GET', url: plan.jwks_uri, status })
    const fetched = rowsOf([tokenAct(), verifyAct({ exchanges: [keys(200)] })])
    expect(row(fetched, 'verify.verify').folded.map(({ label, facts }) => [label, facts])).toEqual([
      ['GET /.well-known/jwks.json', '200 · Key set · at id.orders.example'],
    ])
    const failed = rowsOf([tokenAct(), verifyAct({ exchanges: [keys(500)] })])
    expect(row(failed, 'verify.keys.0').state).toBe('failed')
  })

  it('is folded where there are more than two of a kind, so that 40 hops stay readable', () => {
    const hops = Array.from({ length: 40 }, (_, index) =>
      api({
        id: `h${index}`,
        relation: index === 0 ? 'first' : 'redirect',
        status: 302,
        url: `https://api.orders.example/${index}`,
      }),
    )
    const rows = rowsOf([...passedActs.slice(0, 3), callAct({ exchanges: hops, moreExchanges: 3 })])
    expect(rows).toHaveLength(8)
    const folded = row(rows, 'call.redirect.1.folded')
    expect(folded).toMatchObject({ label: '42 redirects', facts: 'GET /1 to GET /39 · 3 not kept', exchangeId: null })
    expect(folded.folded).toHaveLength(39)
    expect(new Set([...rows, ...folded.folded].map(({ id }) => id)).size).toBe(8 + 39)
  })

  it('is all there is where no token came for the call', () => {
    const refused = {
      kind: 'refused',
      status: 401,
      error: { error: 'invalid_client', error_description: null, error_uri: null },
    } as const
    const rows = rowsOf([
      ...passedActs.slice(0, 3),
      callAct({ state: 'failed', result: refused, exchanges: [exchange({ status: 401 })] }),
    ])
    expect(row(rows, 'call.renewal.0')).toMatchObject({ label: 'POST /token-srv/token' })
    expect(row(rows, 'call.request')).toMatchObject({ state: 'left_out', result: 'not reached' })
    expect(row(rows, 'call.answer')).toMatchObject({ state: 'left_out', result: 'not reached' })
  })
})

describe('a request under way', () => {
  const progress = (changes: Partial<FlowProgress>): FlowProgress => ({
    runId: 'run1',
    environmentId: 'env1',
    act: 'call',
    purpose: 'api',
    method: 'GET',
    url: 'https://api.orders.example/orders',
    phase: 'wait',
    elapsed: (['dns', 'connect', 'tls', 'send'] as const).map((phase) => ({ phase, ms: 3 })),
    startedAt: 1_000_000,
    ...changes,
  })
  const running = [...passedActs.slice(0, 3), act('call', { state: 'running', ms: null })]

  it('grows by a fixed share for each phase, with a tick where one ended, and never to the end', () => {
    const rows = rowsOf(running, {}, progress({}))
    expect(row(rows, 'call.request')).toMatchObject({
      state: 'running',
      facts: 'TLS done · sent · waiting',
      growth: { share: 0.34, limit: 0.84, ticks: [0.06, 0.18, 0.34] },
    })
    const last = row(rowsOf(running, {}, progress({ phase: 'download' })), 'call.request')
    expect(last.growth?.limit).toBeLessThan(1)
    expect(row(rows, 'call.answer')).toMatchObject({ state: 'will', growth: null })
  })

  it('is another row where it is made on the way', () => {
    const rows = rowsOf(
      running,
      {},
      progress({ purpose: 'token', method: 'POST', url: plan.token_endpoint, phase: 'dns', elapsed: [] }),
    )
    expect(row(rows, 'call.renewal.0')).toMatchObject({ state: 'running', growth: { share: 0, ticks: [] } })
    expect(row(rows, 'call.request').growth).toBeNull()
  })

  it('is not drawn into another run', () => {
    expect(row(rowsOf(running, {}, progress({ runId: 'run2' })), 'call.request').growth).toBeNull()
  })
})

describe('a scenario', () => {
  it('proves a revocation, and says what each step proves', () => {
    const revoked = act('revoke', {
      result: { kind: 'revoked' },
      exchanges: [exchange({ id: 'r', purpose: 'revocation', url: plan.revocation_endpoint })],
    })
    const inactive = act('introspect_again', { result: { kind: 'introspected', active: false } })
    const accepted = act('call_again', {
      state: 'noted',
      result: answered(200),
      exchanges: [api({ id: 'x9' })],
      findings: [finding('revoked_token_accepted', { secondsAgo: '2', token: 'JWT', expiresIn: '3540' })],
    })
    const rows = rowsOf([tokenAct(), introspectAct(), callAct(), revoked, inactive, accepted], { scenario: 'revoke' })
    expect(rows.map(({ id }) => id)).toEqual([
      'token.request',
      'token.response',
      'introspect.request',
      'call.request',
      'call.validation',
      'call.answer',
      'revoke.request',
      'introspect_again.request',
      'call_again.request',
      'call_again.answer',
    ])
    expect(row(rows, 'introspect_again.request').facts).toBe(
      'The server says inactive: the revocation took effect there',
    )
    expect(row(rows, 'call_again.answer').facts).toBe(
      'Still accepted: the API probably validates offline; the token works until it expires in 59 min',
    )
  })

  it.each(['run', 'narrow', 'revoke'] as const)('takes a web page for no proof of the token: %s', (scenario) => {
    const page = {
      state: 'noted',
      result: answered(200),
      exchanges: [api()],
      findings: [finding('api_answer_web_page', { status: '200' })],
    } as const
    const rows = rowsOf([tokenAct(), callAct(page), act('call_again', page)], { scenario })
    const answers = rows.filter(({ step }) => step === 'api_answer' || step === 'api_answer_again')
    expect(new Set(answers.map(({ facts }) => facts))).toEqual(
      new Set(['A web page, which does not show that the token was accepted']),
    )
  })

  it('narrows the scope, and takes a refusal for what it should be only where it names the scope', () => {
    const narrow = { scenario: 'narrow', scope: 'orders:read' } as const
    const refusal = (scope: string | null) =>
      rowsOf([tokenAct(), callAct({ result: answered(403, { error: scope && 'insufficient_scope', scope }) })], narrow)
    expect(row(refusal('orders:write'), 'token.request').facts).toContain('requests only orders:read')
    expect(row(refusal('orders:write'), 'call.answer')).toMatchObject({
      state: 'done',
      facts: 'Refused, as it should be: the API wants orders:write',
    })
    expect(row(refusal(null), 'call.answer').facts).toBe('Refused, without naming a scope')
  })
})
