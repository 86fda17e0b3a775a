import { memberOf, numberOf, stringListOf, stringOf } from '../../../common/json-source.ts'
import type { AssertionFacts } from '../../diagnosis/facts/assertion-facts.ts'
import { decodeToken } from '../../token/decode/decode.ts'

export function assertionFacts(assertion: string): AssertionFacts {
  const decoded = decodeToken(assertion)
  const header = decoded.kind === 'jws' ? decoded.header : null
  const claims = decoded.kind === 'jws' ? decoded.claims : null
  const inHeader = (name: string) => (header === null ? null : stringOf(memberOf(header, name)?.source))
  const claim = (name: string) => (claims === null ? undefined : memberOf(claims, name)?.source)
  const time = (name: string) => {
    const seconds = numberOf(claim(name))
    return seconds === null ? null : seconds * 1000
  }
  return {
    isJwt: claims !== null,
    alg: inHeader('alg'),
    kid: inHeader('kid'),
    hasThumbprint: inHeader('x5t') !== null || inHeader('x5t#S256') !== null,
    iss: stringOf(claim('iss')),
    sub: stringOf(claim('sub')),
    aud: stringListOf(claim('aud')),
    issuedAt: time('iat'),
    notBefore: time('nbf'),
    expiresAt: time('exp'),
    hasJti: claim('jti') !== undefined,
  }
}
