import { describe, expect, it } from 'vitest'
import { authMethods } from '../../electron/vocabulary/client-authentication.ts'
import { explanationOf } from '../../electron/picture/explanation.ts'
import type { FlowFacts, TokenResult } from '../../electron/picture/flow-facts.ts'
import { stepNames } from '../../electron/picture/step-names.ts'
import { facts, planWith } from './plan.ts'

const token: TokenResult = {
  kind: 'token',
  use: 'new',
  token_type: 'Bearer',
  format: 'jws',
  alg: 'RS256',
  expires_in: '86400',
  expiresAt: null,
  scopeAsked: 'orders.read',
  scopeGranted: 'orders.read orders.admin',
  audience: [],
  binding: null,
}
const practices = (step: (typeof stepNames)[number], change: Partial<FlowFacts> = {}, plan = planWith({})) =>
  explanationOf(plan, step, { ...facts, ...change }).practices.map(({ state, text }) => `${state}: ${text}`)

describe('an explanation', () => {
  it.each(stepNames)('says of %s why, what can go wrong, good practice and the standard', (step) => {
    for (const method of authMethods) {
      const plan = planWith({ token_endpoint_auth_method: method, provider: 'entra' })
      const { title, purpose, canGoWrong, practices: said, section } = explanationOf(plan, step, facts)
      for (const text of [title, ...canGoWrong.map((one) => one.text), ...said.map((one) => one.text)]) {
        expect(text).not.toBe('')
        expect(text).not.toMatch(/undefined|null|\$\{/)
      }
      expect(purpose.match(/[.?]/g)?.length).toBeLessThanOrEqual(3)
      expect(canGoWrong.length).toBeGreaterThan(0)
      expect(section.url).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-[\d.]+$/)
    }
  })

  it('has the numbers of the reference document', () => {
    const numbers = stepNames.map((step) => explanationOf(planWith({}), step, facts).number)
    expect(numbers.filter((number) => number !== null)).toEqual(['1', '2', '3', '4', '5', '3', '5'])
  })

  it('says what can go wrong with this method and at this provider', () => {
    const wrong = (method: 'private_key_jwt' | 'none', provider: 'auth0' | 'standard') =>
      explanationOf(planWith({ token_endpoint_auth_method: method, provider }), 'token_request', facts).canGoWrong
    expect(wrong('private_key_jwt', 'standard')[0]?.text).toContain('public key not registered')
    expect(wrong('none', 'auth0').map(({ code }) => code)).toContain('access_denied')
    expect(wrong('none', 'standard').map(({ code }) => code)).not.toContain('access_denied')
  })
})

describe('good practice', () => {
  it('judges how the secret is kept and how old it is', () => {
    expect(practices('token_request')).toEqual(
      expect.arrayContaining(['good: Secret kept encrypted, not in a file', 'good: Set 41 days ago']),
    )
    const old = { is: 'secret', keptIn: 'file', ageInDays: 400 } as const
    expect(practices('token_request', { credential: old })).toEqual(
      expect.arrayContaining([
        'note: Secret is in a file: keep it out of version control',
        'advice: Set 400 days ago: rotate it',
      ]),
    )
    expect(practices('token_request', { credential: { ...old, keptIn: 'none' } })[0]).toBe('advice: Secret is not set')
  })

  it('judges TLS on the way, and spares this computer', () => {
    const of = (token_endpoint: string) => practices('token_request', {}, planWith({ token_endpoint })).join('\n')
    expect(of('https://id.example/token')).toContain('good: HTTPS to the token endpoint')
    expect(of('http://id.example/token')).toContain('advice: No HTTPS to the token endpoint')
    expect(of('http://127.0.0.1:9/token')).toContain('note: The token endpoint is on this computer')
    expect(of('http://[/token')).not.toContain('HTTPS')
  })

  it('judges lifetime and scopes by what the run gave', () => {
    expect(practices('token_response', { token })).toEqual(
      expect.arrayContaining([
        'advice: Lives 24 h: use an hour or less',
        'advice: More scopes granted than requested: limit the client',
      ]),
    )
    expect(practices('token_response', { token: { ...token, expires_in: '3600' } })[0]).toBe(
      'good: Lives 60 min: an hour or less',
    )
  })

  it('warns of a token for any API, and of introspection that anyone may ask', () => {
    expect(practices('token_request').join('\n')).toContain('advice: No audience')
    const open = planWith({ introspection: { authentication: 'none', bodyFormat: 'form', responseFormat: 'json' } })
    expect(practices('introspection', {}, open).join('\n')).toContain('advice: Anyone may ask')
  })
})
