import { expect, test } from 'vitest'
import { senderConstraint } from '../../../../electron/core/review/checks/sender-constraint.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { answered, recorded, tls } from '../../../support/review-exchange.ts'
import { claimsOf, published } from '../../../support/review-parts.ts'

const look = (known: Parameters<typeof reviewCase>[0]) => senderConstraint.look(reviewCase(known))[0]
const { settings } = reviewCase()
const withDpop = { ...settings, dpop: { ...settings.dpop, enabled: true } }
const jwt = issuedToken({}, { kind: 'jws', claims: claimsOf({ sub: 'orders' }) })
const presented = recorded({
  exchangeId: 'exchange-1',
  tls: tls({ clientCertificate: { subject: 'CN=orders', fingerprint256: 'BB' } }),
})

test('nothing is known without a token', () => expect(look({}).code).toBe('binding_without_token'))

test('a Bearer token is to improve', () => {
  expect(look({ issued: issuedToken() })).toMatchObject({
    code: 'token_bearer',
    seen: [{ kind: 'member', name: 'token_type', value: 'bearer' }],
  })
})

test('a token that is bound to a key or a certificate passes, be it opaque', () => {
  const cnf = claimsOf({ cnf: { jkt: 'x' } })
  expect(look({ issued: issuedToken({}, { binding: 'dpop', claims: cnf }) })).toMatchObject({
    code: 'token_bound',
    evidence: { kind: 'dpop' },
  })
  expect(look({ issued: issuedToken({}, { binding: 'certificate' }) }).evidence).toEqual({ kind: 'certificate' })
  expect(look({ issued: issuedToken({}, { type: 'dpop' }) }).evidence).toEqual({ kind: 'dpop' })
})

test('a JWT that is called DPoP in the answer, and names no key, is not bound', () => {
  const issued = issuedToken({}, { kind: 'jws', claims: claimsOf({ sub: 'orders' }), type: 'dpop' })
  expect(look({ issued, settings: withDpop }).code).toBe('token_not_bound_as_set')
})

test('introspection shows what an opaque token is bound to, where it was introspected since', () => {
  const introspected = (at: number) =>
    recorded({ purpose: 'introspection', at, answer: answered(200, { active: true, cnf: { 'x5t#S256': 'x' } }) })
  const issued = issuedToken()
  expect(look({ issued, exchanges: [introspected(issued.at + 1)] }).code).toBe('token_bound')
  expect(look({ issued, exchanges: [introspected(issued.at - 1)] }).code).toBe('token_bearer')
})

test('DPoP that is on and led to a Bearer token is said', () => {
  expect(look({ issued: issuedToken(), settings: withDpop })).toMatchObject({
    code: 'token_not_bound_as_set',
    evidence: { kind: 'dpop' },
  })
})

test('a certificate that bound no token is said of a JWT, and not known of an opaque one', () => {
  expect(look({ issued: jwt, exchanges: [presented] })).toMatchObject({
    code: 'token_not_bound_as_set',
    evidence: { kind: 'certificate' },
  })
  expect(look({ issued: issuedToken(), exchanges: [presented] }).code).toBe('binding_not_visible')
})

test('a server that offers binding is named', () => {
  expect(look({ issued: jwt, metadata: published() }).code).toBe('token_bearer')
  expect(look({ issued: jwt, metadata: published({ dpop_signing_alg_values_supported: ['ES256'] }) })).toMatchObject({
    code: 'token_bearer_though_offered',
    evidence: { kind: 'dpop' },
  })
  const bound = published({ tls_client_certificate_bound_access_tokens: true })
  expect(look({ issued: jwt, metadata: bound }).evidence).toEqual({ kind: 'certificate' })
})
