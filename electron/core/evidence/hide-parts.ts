import { mark } from '../../common/mask-token.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'

/** Characters of a part that give it away. Of 20 in a row, one such block is always whole. */
const block = 10
const word = /[^\s"']{10,}/g

/**
 * Makes what hides every word that holds a piece of a token's secret parts: its signature, what is encrypted, or all of a
 * token that nobody can read. Claims may repeat them.
 */
export function hideParts(accessToken: string, decoded: DecodedToken): (text: string) => string {
  const blocks = new Set(secretParts(accessToken, decoded).flatMap(blocksOf))
  if (blocks.size === 0) return (text) => text
  return (text) => text.replace(word, (found) => (holdsAny(found, blocks) ? mark : found))
}

function secretParts(accessToken: string, { kind }: DecodedToken): string[] {
  switch (kind) {
    case 'jws':
    case 'signed_content':
    case 'sd_jwt':
      return accessToken.split(/[.~]/).slice(2)
    case 'jwe':
      return accessToken.split('.').slice(1)
    case 'paseto':
      return accessToken.split('.').slice(2, 3)
    case 'opaque':
    case 'malformed':
    case 'empty':
      return accessToken.split(/[\s"']/)
  }
}

const blocksOf = (part: string) =>
  Array.from({ length: Math.floor(part.length / block) }, (_, at) => part.slice(at * block, (at + 1) * block))

function holdsAny(text: string, blocks: ReadonlySet<string>): boolean {
  for (let at = 0; at + block <= text.length; at++) if (blocks.has(text.slice(at, at + block))) return true
  return false
}
