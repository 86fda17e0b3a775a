import { z } from 'zod'
import type { DriftFacts } from './facts.ts'
import { type Found, found, type Step, unchanged } from './step.ts'

const seenKeySchema = z.strictObject({ kid: z.string(), alg: z.string().nullable() })

/** The keys that signed, newest last, and one that may be new. `run` counts the tokens since a key was added. */
export const signingKeysSchema = z.strictObject({
  known: z.array(seenKeySchema),
  run: z.number(),
  candidate: seenKeySchema
    .extend({ exchangeId: z.string(), at: z.number(), count: z.number(), isUnpublished: z.boolean() })
    .nullable(),
  exchangeId: z.string(),
})
export type SigningKeys = z.infer<typeof signingKeysSchema>

/**
 * A server that signs with two keys in turn changes from one to the other within so many tokens, but for one of 180; after
 * as many, in which there was one change and no way back, the key is a new one.
 */
const conclusive = 12
const mostKept = 16

/**
 * The key that signed is a new one, or signs by another algorithm. A key that the server did not publish before is new at once;
 * of any other it takes some tokens to tell a new key from a second one.
 */
export function noticeSigningKey(part: SigningKeys | null, facts: DriftFacts): Step<SigningKeys | null> {
  const { token, exchangeId, at, publishedKeyIds } = facts
  if (token === null || (token.kid === null && token.alg === null)) return unchanged(part)
  const seen = { kid: token.kid ?? '', alg: token.alg }
  if (part === null) return unchanged({ known: [seen], run: 1, candidate: null, exchangeId })
  const known = part.known.find(({ kid }) => kid === seen.kid)
  if (known !== undefined) return whenKnown(part, seen, known, facts)
  const { candidate } = part
  const isSame = candidate?.kid === seen.kid
  const isUnpublished = publishedKeyIds !== null && isNewBy(publishedKeyIds, part, seen.kid)
  const next = isSame
    ? { ...candidate, count: candidate.count + 1, isUnpublished: candidate.isUnpublished || isUnpublished }
    : { ...seen, exchangeId, at, count: 1, isUnpublished }
  // A third key, before it was clear what the second one is: several keys are in use.
  if (candidate !== null && !isSame) return unchanged(learned(part, [candidate, seen], exchangeId))
  if (!next.isUnpublished && part.run + next.count < conclusive) return unchanged({ ...part, candidate: next })
  const before = part.known.at(-1)
  const shown = { exchangeId: next.exchangeId, at: next.at, beforeExchangeId: part.exchangeId }
  const drift: Found[] = [
    found({ ...shown, kind: 'signing_key', before: before?.kid || null, after: seen.kid || null }),
  ]
  if (part.known.every(({ alg }) => alg !== seen.alg)) {
    drift.push(found({ ...shown, kind: 'algorithm', before: before?.alg ?? null, after: seen.alg }))
  }
  return { part: learned(part, [seen], exchangeId), found: drift, updates: [] }
}

/** The server published those that signed before and not this one, or this one and none of those. Both, or neither, says nothing. */
function isNewBy(published: readonly string[], { known }: SigningKeys, kid: string): boolean {
  const hasKnown = known.some((key) => published.includes(key.kid))
  return kid !== '' && hasKnown !== published.includes(kid)
}

type SeenKey = SigningKeys['known'][number]

/** A key that was there before. When it comes back after another one, both are in use. */
function whenKnown(
  part: SigningKeys,
  seen: SeenKey,
  known: SeenKey,
  { exchangeId, at }: DriftFacts,
): Step<SigningKeys> {
  const { candidate } = part
  if (candidate !== null) return unchanged(learned(part, [candidate, seen], exchangeId))
  const next = { ...part, run: part.run + 1, exchangeId }
  if (part.known.some(({ kid, alg }) => kid === seen.kid && alg === seen.alg)) return unchanged(next)
  const drift = found({
    exchangeId,
    at,
    kind: 'algorithm',
    before: known.alg,
    after: seen.alg,
    beforeExchangeId: part.exchangeId,
  })
  return { part: learned(next, [seen], exchangeId), found: [drift], updates: [] }
}

function learned(part: SigningKeys, added: readonly SeenKey[], exchangeId: string): SigningKeys {
  const keys = added.map(({ kid, alg }) => ({ kid, alg }))
  const isAdded = ({ kid, alg }: SeenKey) => keys.some((key) => key.kid === kid && key.alg === alg)
  const known = [...part.known.filter((key) => !isAdded(key)), ...keys].slice(-mostKept)
  return { known, run: keys.length, candidate: null, exchangeId }
}
