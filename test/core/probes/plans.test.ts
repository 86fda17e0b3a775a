import { describe, expect, it } from 'vitest'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import { countOf } from '../../../electron/core/probes/planned.ts'
import { runners } from '../../../electron/core/probes/runners.ts'
import { type Probe, probes } from '../../../electron/vocabulary/review.ts'
import type { ReviewCase } from '../../../electron/core/review/case.ts'
import { answered, recorded } from '../../support/review-exchange.ts'
import { issuedToken, reviewCase } from '../../support/review-case.ts'

const whole: Partial<EnvironmentInput> = {
  introspection_endpoint: 'https://id.example/introspect',
  revocation_endpoint: 'https://id.example/revoke',
  jwks_uri: 'https://id.example/jwks',
  scope: 'read write',
}

const call = (change: Partial<ApiCall> = {}): ApiCall => ({
  ...newApiRequest,
  id: 'orders',
  environmentId: 'orders',
  name: 'List orders',
  folder: '',
  notes: '',
  url: 'https://api.example/orders?page=1#top',
  scope: 'read',
  ...change,
})

function planOf(
  probe: Probe,
  settings: Partial<EnvironmentInput> = whole,
  calls: ApiCall[] = [call()],
  known: Partial<ReviewCase> = {},
) {
  const kase = reviewCase({ calls, ...known })
  return runners[probe].plan({ ...kase, settings: { ...kase.settings, ...settings } })
}

const why = (probe: Probe, ...rest: [Partial<EnvironmentInput>?, ApiCall[]?, Partial<ReviewCase>?]) => {
  const plan = planOf(probe, ...rest)
  return plan.kind === 'not_possible' ? plan.why : plan.requests.map(({ step }) => step)
}

describe('what cannot be sent says why', () => {
  it.each(['wrong_audience', 'changed_token', 'missing_scope'] as const)(
    '%s without a call that only reads',
    (probe) => {
      expect(why(probe, whole, [])).toBe('no_safe_call')
      expect(why(probe, whole, [call({ method: 'POST' }), call({ method: 'DELETE' })])).toBe('no_safe_call')
      expect(why(probe, whole, [call({ authorization: 'none' })])).toBe('no_safe_call')
    },
  )

  it('a call needs no scope, one that is not requested, or all that are', () => {
    expect(why('missing_scope', whole, [call({ scope: '' })])).toBe('no_scope_to_leave_out')
    expect(why('missing_scope', whole, [call({ scope: 'admin' })])).toBe('no_scope_to_leave_out')
    expect(why('missing_scope', { ...whole, scope: 'read' })).toBe('no_scope_to_leave_out')
  })

  it('a token that is no JWT has no signature to change; of none it is not known yet', () => {
    expect(why('changed_token', whole, [call()], { issued: issuedToken() })).toBe('token_not_jwt')
    expect(why('changed_token', whole, [call()], { issued: issuedToken({}, { kind: 'jws' }) })).toContain(
      'call_with_changed_token',
    )
    expect(why('changed_token')).toContain('call_with_changed_token')
  })

  it('an endpoint is missing', () => {
    expect(why('introspection_open', {})).toBe('no_introspection_endpoint')
    expect(why('revocation', {})).toBe('no_revocation_endpoint')
    expect(why('revocation', { ...whole, introspection_endpoint: '' }, [])).toBe('no_introspection_endpoint')
    expect(why('published', { issuer: '' })).toBe('nothing_published')
    for (const probe of probes) {
      expect(why(probe, { issuer: '', token_endpoint: '' }, [])).toEqual(expect.any(String))
    }
  })

  it('nothing is reached by https', () => {
    expect(why('plain_http', { token_endpoint: 'http://127.0.0.1:1/token', issuer: '' }, [])).toBe('no_https')
  })
})

describe('what is announced', () => {
  it('is nothing with a query, a fragment or credentials in its URL', () => {
    const url = 'https://user:secret@api.example/orders?key=secret#secret'
    for (const probe of probes) expect(JSON.stringify(planOf(probe, whole, [call({ url })]))).not.toContain('secret@')
    expect(JSON.stringify(planOf('wrong_audience', whole, [call({ url })]))).not.toContain('secret"')
  })

  it('counts a request with a proof twice: the server may ask for a nonce', () => {
    const dpop = { ...newEnvironment.dpop, enabled: true }
    expect(countOf(planOf('wrong_audience'))).toBe(5)
    expect(countOf(planOf('wrong_audience', { ...whole, dpop }))).toBe(9)
    expect(countOf(planOf('plain_http', { ...whole, dpop }))).toBe(countOf(planOf('plain_http')))
  })

  it('is a call first that worked last', () => {
    const [one, two] = [
      call({ id: 'one', url: 'https://api.example/one' }),
      call({ id: 'two', url: 'https://api.example/two' }),
    ]
    const worked = recorded({ purpose: 'api', callId: 'two', answer: answered(200) })
    const plan = planOf('wrong_audience', whole, [one, two], { exchanges: [worked] })
    expect(JSON.stringify(plan)).toContain('/two')
    expect(JSON.stringify(plan)).not.toContain('/one')
  })

  it('asks each origin once by http, at the port that is named, and carries nothing', () => {
    const plan = planOf('plain_http', { ...whole, jwks_uri: 'https://keys.example:8443/jwks' }, [
      call(),
      call({ url: 'https://{{host}}/orders' }),
      call({ url: 'http://127.0.0.1/orders' }),
    ])
    const requests = plan.kind === 'requests' ? plan.requests : []
    expect(requests.map(({ method, url, carries }) => `${method} ${url} ${carries}`)).toEqual([
      'POST http://id.example/token nothing',
      'GET http://keys.example:8443/jwks nothing',
      'GET http://api.example/orders nothing',
    ])
  })

  it('is not introspected with credentials first where the client has none for it', () => {
    const introspection = { authentication: 'none', bodyFormat: 'form', responseFormat: 'json' } as const
    expect(why('introspection_open', { ...whole, introspection })).toEqual(['request_token', 'introspect_as_stranger'])
    expect(why('introspection_open')).toEqual(['request_token', 'introspect', 'introspect_as_stranger'])
  })

  it('is at most twenty wrong credentials, at an endpoint that needs no certificate', () => {
    const settings = {
      ...whole,
      mtls_endpoint_aliases: {
        token_endpoint: 'https://mtls.example/token',
        introspection_endpoint: '',
        revocation_endpoint: '',
      },
    }
    expect(planOf('rate_limit', settings)).toEqual({
      kind: 'requests',
      requests: [
        {
          step: 'wrong_credentials',
          method: 'POST',
          url: 'https://id.example/token',
          carries: 'made_up_credentials',
          times: 20,
        },
      ],
    })
  })
})

describe('addresses', () => {
  it('names where a call goes with its variables, but for secret ones and those of the workspace', () => {
    const variables = [
      { name: 'host', value: 'api.example', secret: false },
      { name: 'key', value: '', secret: true },
    ]
    const urls = (url: string) => {
      const plan = planOf('changed_token', { ...whole, variables }, [call({ url })])
      return plan.kind === 'requests' ? plan.requests.slice(1).map((one) => one.url) : []
    }
    expect(new Set(urls('https://{{host}}/orders'))).toEqual(new Set(['https://api.example/orders']))
    expect(new Set(urls('https://{{host}}/{{key}}'))).toEqual(new Set(['https://api.example/{{key}}']))
  })

  it('asks no metadata of an issuer that leaves no address, though it is a URL', () => {
    const issuer = 'https:///.well-known/openid-configuration'
    expect(planOf('published', { issuer })).toEqual({ kind: 'not_possible', why: 'nothing_published' })
  })
})
