import { joseHeaderAt } from './jose-header.ts'

/** So many places are looked at, since `eyJ` may be anywhere in hostile text. */
const maxPlaces = 200

/**
 * Where a second token begins in what was taken for one: at a JOSE header that is behind the claims, or in the middle
 * of another part. Null when there is none.
 */
export function secondTokenIn(token: string): number | null {
  const claims = token.indexOf('.') + 1
  let place = token.indexOf('eyJ', 1)
  for (let count = 0; place !== -1 && count < maxPlaces; count += 1) {
    // Claims begin like a header, and so does a key binding JWT; where they belong they are no second token.
    if (place !== claims && token[place - 1] !== '~' && joseHeaderAt(token, place) !== null) return place
    place = token.indexOf('eyJ', place + 1)
  }
  return null
}
