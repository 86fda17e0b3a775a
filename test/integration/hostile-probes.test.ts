import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { type Probe, probes, unclearProbes } from '../../electron/vocabulary/review.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { json, misbehavingServers } from './misbehaving-servers.ts'
import { context } from './test-api.ts'
import { signer } from '../support/signed-token.ts'

/** What servers answer to probes that mean harm, or nothing at all. */

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const secret = 'a-secret-that-is-nowhere-else'
const keys = signer()
/** By which a token is found wherever it is: no claim holds it, and no mask leaves so much of it. */
const signatureOf = (token: string): string => token.split('.')[2] ?? token

type Answer = (request: IncomingMessage, response: ServerResponse, issued: string) => void

/** Kept for the redirect: where nobody may come. */
let elsewhere = ''

const answers: Readonly<Record<string, Answer>> = {
  garbage: (_request, response) => void response.socket?.end('\u0000\u0001 nothing of HTTP\r\n\r\n'),
  'a web page': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello'),
  'a redirect': (_request, response) => void response.writeHead(307, { location: elsewhere }).end(),
  'status 500': (_request, response) => void response.writeHead(500).end('Oops'),
  silence: () => {},
  'a reset': (_request, response) => void response.socket?.resetAndDestroy(),
  'too much': (_request, response) => json(response, 200, { much: 'x'.repeat(3 << 20) }),
  'the token itself': (request, response, issued) => {
    const { authorization = '' } = request.headers
    const said = `${issued} ${authorization} ${Buffer.from(authorization.slice(6), 'base64').toString('latin1')}`
    const plain = said.replaceAll(/[^ -~]/g, '?')
    response.writeHead(200, plain.slice(0, 200), { 'content-type': 'application/json', 'x-said': plain })
    response.end(JSON.stringify({ [plain]: plain, error_description: plain }))
  },
}

/** A server that answers like this: to everything, or to what comes with or after a token. */
async function probed(answer: Answer, isTokenIssued: boolean, chosen: readonly Probe[]) {
  const tokens: string[] = []
  const other = await serve((_request, response) => json(response, 200, { active: true, access_token: 'x' }))
  elsewhere = `${other.url}/elsewhere`
  const { url, requests: reached } = await serve((request, response) => {
    if (!isTokenIssued || request.url !== '/token') return answer(request, response, tokens.at(-1) ?? '')
    const token = keys.sign({ aud: 'orders', scope: 'read write', jti: String(tokens.length) })
    tokens.push(token)
    return json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 600 })
  })
  const timeLimits = { connect: 1000, firstByte: 100, total: 500 }
  const value = {
    client_id: 'orders',
    scope: 'read write',
    audience: 'orders',
    issuer: url,
    token_endpoint: `${url}/token`,
    introspection_endpoint: `${url}/introspect`,
    revocation_endpoint: `${url}/revoke`,
    // The same port, so that plain http is answered like this as well.
    jwks_uri: `${url.replace('http:', 'https:')}/jwks`,
    network: { ...newEnvironment.network, timeLimits },
  }
  const environmentId = await opened.add(value, { client_secret: secret })
  await opened.saveCall(environmentId, `${url}/orders`, { scope: 'read' })
  const review = await opened.api.getReview({ environmentId }, context)
  const states = (review?.probes ?? []).filter(({ probe }) => chosen.includes(probe))
  const planned = states.flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  const requests = planned.reduce((sum, { times }) => sum + times, 0)
  const input = {
    environmentId,
    probes: [...chosen],
    announced: planned,
    isProductionConfirmed: false,
    otherAudience: '',
  }
  expect(await opened.api.runProbes(input, context)).toMatchObject({ kind: 'done' })
  const after = await opened.api.getReview({ environmentId }, context)
  const exchanges = opened.workspace.exchanges.list(null, 500).map(({ id }) => opened.workspace.exchanges.get(id))
  const told = JSON.stringify([after, exchanges, opened.notices])
  return {
    results: (after?.probes ?? []).flatMap(({ last }) => (last === null ? [] : [last])),
    leaked: [secret, ...tokens.map(signatureOf)].filter((text) => told.includes(text)),
    elsewhereReached: other.requests.length,
    reached: reached.length,
    requests,
  }
}

const withToken = ['introspection_open', 'wrong_audience', 'changed_token', 'missing_scope', 'revocation'] as const

describe.each(Object.entries(answers))('%s', (name, answer) => {
  test.each([
    ['to everything', false, probes],
    ['to all that comes after a token', true, withToken],
  ] as const)('%s leaves each probe unclear, and shows no secret', async (_where, isTokenIssued, chosen) => {
    const { results, leaked, elsewhereReached, reached, requests } = await probed(answer, isTokenIssued, chosen)
    // Who breaks a connection off serves no plain http, and who answers with JSON does.
    const clear = name === 'a reset' || name === 'the token itself' ? ['plain_http'] : []
    const told = results.filter(({ probe }) => !clear.includes(probe))
    expect(results).toHaveLength(chosen.length)
    expect(told.filter(({ result }) => result !== 'unclear')).toEqual([])
    expect(told.filter(({ evidence }) => !unclearProbes.some((why) => why === evidence['why']))).toEqual([])
    expect(leaked).toEqual([])
    expect(elsewhereReached).toBe(0)
    expect(reached).toBeLessThanOrEqual(requests)
  })
})
