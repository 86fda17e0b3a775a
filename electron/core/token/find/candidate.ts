import type { FoundToken } from '../../../contract/decoded-token.ts'
import { makerOf } from '../decode/decode-opaque.ts'
import { pasetoPrefix } from '../decode/decode-paseto.ts'
import { withoutBearer } from '../decode/decode.ts'
import { joseHeaderAt } from '../decode/jose-header.ts'
import { beginsLikeJson } from '../decode/segment.ts'

/** Something found that may be a token; the lower the rank, the likelier it is the one that is meant. */
export interface Candidate extends FoundToken {
  rank: number
}

/** What an access token is called is meant most often, and so is what a header presents. */
export const ranks = { access: 0, id: 1, refresh: 2, named: 3, unnamed: 4 } as const

/** Names under which any value is a token, without case and separators. */
const rankOfName: ReadonlyMap<string, number> = new Map([
  ['accesstoken', ranks.access],
  ['idtoken', ranks.id],
  ['refreshtoken', ranks.refresh],
  ...[
    'token',
    'jwt',
    'bearer',
    'bearertoken',
    'authtoken',
    'sessiontoken',
    'subjecttoken',
    'actortoken',
    'logouttoken',
    'idtokenhint',
    'vptoken',
    'assertion',
    'clientassertion',
    'samlresponse',
  ].map((name): [string, number] => [name, ranks.named]),
])

/** Nothing shorter is recognized by what it holds. */
export const minUnnamed = 16

/** Whether what is called so is a secret, and no token even when it looks like one. */
export function isSecretName(name: string): boolean {
  return /secret|passw|passphrase|private_?key|api_?key|code_?verifier/i.test(name)
}

/** Whether a text is a token by what it holds, no matter what it is called. */
export function isRecognized(text: string): boolean {
  if (pasetoPrefix.test(text) || makerOf(text) !== null) return true
  return beginsLikeJson(text) && joseHeaderAt(text, 0) !== null
}

/** No word of a sentence, and no parameter of a challenge. */
export function isLikely(token: string): boolean {
  return isRecognized(token) || (token.length >= minUnnamed && /\d/.test(token) && /^[\w.~+/-]+=*$/.test(token))
}

/** A named value when it is a token. */
export function candidateOf(as: FoundToken['as'], name: string, value: string): Candidate | null {
  const plainName = name.toLowerCase().replaceAll(/[-_. ]/g, '')
  if (plainName === 'authorization' || plainName === 'proxyauthorization') return authorizationOf(as, name, value)
  const rank = rankOfName.get(plainName)
  if (rank === undefined && (value.length < minUnnamed || isSecretName(name))) return null
  const token = withoutBearer(value)
  if (token === '' || /\s/.test(token)) return null
  if (rank !== undefined) return { as, name, token, rank }
  return isRecognized(token) ? { as, name, token, rank: ranks.unnamed } : null
}

/** The token that an Authorization header presents; no other scheme presents one. @see RFC 6750 §2.1, RFC 9449 §7.1 */
function authorizationOf(as: FoundToken['as'], name: string, value: string): Candidate | null {
  const presented = /^\s*(?:(?:bearer|dpop)\s+){1,4}(\S+)\s*$/i.exec(value)?.[1]
  const token = presented === undefined ? null : withoutBrackets(presented)
  return token === null ? null : { as, name, token, rank: ranks.access }
}

/**
 * A token without the brackets of a template that its value was put into, such as `{eyJ…}`; null for a placeholder, which
 * is all else in brackets.
 */
export function withoutBrackets(presented: string): string | null {
  const bracketed = /^[{<([$]{1,3}([^{}<>()[\]$]+)[}>)\]]{1,3}$/.exec(presented)?.[1]
  if (bracketed === undefined) return presented
  return isLikely(bracketed) ? bracketed : null
}
