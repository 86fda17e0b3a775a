import { issuer, noon } from './inputs.ts'

export const facts = {
  now: noon,
  issuedAt: noon - 60_000,
  expiresAt: noon + 3_600_000,
  revokedAt: null,
  isJwt: true,
  scope: 'api:read',
  claims: null,
}
const withFacts = (change: object) => ({ ...facts, ...change })

export const held = [
  {},
  { scope: '' },
  { isJwt: false },
  { expiresAt: null, revokedAt: noon - 5000 },
  { revokedAt: noon, isJwt: false },
  { expiresAt: noon - 90_000 },
].map(withFacts)

export const asked = (responseFormat: 'json' | 'jwt') => ({
  issuer,
  client_id: 'rs',
  responseFormat,
  caller: 'rs',
  token_endpoint: `${issuer}/token`,
  introspection_endpoint: 'https://other.example/introspect',
  clockOffset: 0,
})
