/** Remembers which proofs were seen: true when this one is new. @see RFC 9449 §11.1 */
export type FirstUse = (jkt: string, jti: string) => boolean

/** `lifetime` in milliseconds: for how long a proof could be sent again. `now` counts milliseconds since 1970. */
export function createFirstUse(now: () => number, lifetime: number): FirstUse {
  const seen = new Map<string, number>()
  return (jkt, jti) => {
    for (const [proof, expiry] of seen) if (expiry <= now()) seen.delete(proof)
    const proof = `${jkt} ${jti}`
    if (seen.has(proof)) return false
    seen.set(proof, now() + lifetime)
    return true
  }
}
