import { assertNever } from '../common/assert-never.ts'
import type { DecodedToken, FoundToken } from '../contract/decoded-token.ts'

/** What was found, where, and what it is, in one line. */
export function foundSentence(found: FoundToken, decoded: DecodedToken): string {
  // Text in which no token was found is read as if it were one.
  const where = found.as === 'token' && decoded.kind === 'malformed' ? '' : `${whereFound(found)} `
  return `${where}${kindOfToken(decoded)}, ${found.token.length.toLocaleString('en')} characters.`
}

function whereFound({ as, name }: FoundToken): string {
  const named = name === '' ? '' : `: ${name}`
  switch (as) {
    case 'token':
      return 'A bare token.'
    case 'authorization_header':
      return `Found in an Authorization header${named}.`
    case 'json':
      return `Found in ${/^(?:access|id|refresh)_token$/.test(name) ? 'a token response' : 'JSON'}${named}.`
    case 'jws_json':
      return `Found in a JWS in JSON form${named}.`
    case 'curl':
      return `Found in a curl command${named}.`
    case 'url':
      return `Found in a URL${named}.`
    case 'form':
      return `Found in a form${named}.`
    case 'text':
      return `Found in a text${named}.`
    default:
      return assertNever(as)
  }
}

function kindOfToken(decoded: DecodedToken): string {
  switch (decoded.kind) {
    case 'jws':
      return 'JWS (signed JWT)'
    case 'signed_content':
      return decoded.nested === undefined ? 'JWS of something else than claims' : 'Nested JWT (a JWT in a signed JWT)'
    case 'jwe':
      return 'JWE (encrypted JWT)'
    case 'sd_jwt':
      return 'SD-JWT (signed JWT with selective disclosure)'
    case 'paseto':
      return `PASETO ${decoded.version}.${decoded.purpose}`
    case 'opaque':
      return decoded.maker === '' ? 'Opaque token' : `Opaque token (${decoded.maker})`
    case 'malformed':
      return decoded.format === 'paseto' ? 'Damaged PASETO' : 'Malformed token'
    case 'empty':
      return 'Nothing'
    default:
      return assertNever(decoded)
  }
}

/** The tokens by name; without one by number. */
export function foundLabels(found: readonly FoundToken[]): string[] {
  return found.map(({ name }, index) => `${index + 1}: ${name === '' ? 'without a name' : name}`)
}
