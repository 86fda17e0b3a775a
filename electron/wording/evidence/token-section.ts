import { decodedSentence } from '../decoded.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import { mark, maskToken } from '../../common/mask-token.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'

/** What token it is, and whose. */
export function tokenSection({ accessToken, decoded, origin, environment }: EvidenceSubject): Section[] {
  const sentence = decodedSentence(decoded)
  return sectionOf('Token', [
    factsOf([
      ['Kind', kindOf(decoded)],
      ['Token', maskToken(accessToken)],
      ['Length', maskToken(accessToken) === mark ? `${accessToken.length} characters` : null],
      ['From', origins[origin]],
      [origin === 'pasted' ? 'Judged by the environment' : 'Environment', environment && environment.name],
      ['Stage', environment && environment.stage],
      ['Issuer of the environment', environment && orNone(environment.issuer)],
      ['client_id of the environment', environment && orNone(environment.client_id)],
    ]),
    sentence === null ? null : { kind: 'prose', text: sentence },
  ])
}

const origins: Readonly<Record<EvidenceSubject['origin'], string>> = {
  held: 'the environment holds it',
  previous: 'the environment held it before',
  pasted: 'pasted',
}

const orNone = (text: string) => (text === '' ? 'none' : text)

export function kindOf(decoded: DecodedToken): string {
  switch (decoded.kind) {
    case 'jws':
      return 'signed JWT (JWS)'
    case 'signed_content':
      return decoded.nested === undefined ? 'signed content (JWS) that is no JWT' : 'nested JWT, in a signed JWT (JWS)'
    case 'jwe':
      return 'encrypted JWT (JWE)'
    case 'sd_jwt':
      return 'SD-JWT'
    case 'paseto':
      return `PASETO ${decoded.version}.${decoded.purpose}`
    case 'opaque':
      return decoded.maker === '' ? `opaque, ${decoded.form}` : `opaque, ${decoded.form}, made by ${decoded.maker}`
    case 'malformed':
      return decoded.format === 'paseto' ? 'damaged PASETO' : 'malformed'
    case 'empty':
      return 'empty'
  }
}
