import type { DecodedToken } from '../../electron/contract/decoded-token.ts'

type Malformed = Pick<Extract<DecodedToken, { kind: 'malformed' }>, 'near' | 'nearAt'>

/** Cuts the text around an error at its place; `place` is the offending character, or empty where one is missing. */
export function markedPlace({ near, nearAt }: Malformed): { before: string; place: string; after: string } {
  const at = Math.min(near.length, nearAt ?? Math.floor(near.length / 2))
  const place = String.fromCodePoint(...[near.codePointAt(at)].filter((code) => code !== undefined))
  return { before: near.slice(0, at), place, after: near.slice(at + place.length) }
}
