import type { Finding } from '../../../contract/finding.ts'
import { callerNotInAudience } from './caller-not-in-audience.ts'
import { clocksDiffer } from './clocks-differ.ts'
import { expired } from './expired.ts'
import type { InactiveFacts } from './facts.ts'
import { notYetValid } from './not-yet-valid.ts'
import { opaqueElsewhere } from './opaque-elsewhere.ts'
import { otherIssuer } from './other-issuer.ts'
import { revokedHere } from './revoked-here.ts'
import { unexplained } from './unexplained.ts'

type Cause = (facts: InactiveFacts) => Finding | null

/** Reason enough, each alone. */
const certain: readonly Cause[] = [revokedHere, expired, notYetValid]
/** Seen in the token; the environment may be wrong as well. */
const seen: readonly Cause[] = [otherIssuer]
/** What makes some servers answer so; the likeliest first. */
const guesses: readonly Cause[] = [callerNotInAudience, opaqueElsewhere, clocksDiffer]

/**
 * Why a server says `active: false`, the likeliest first. Where a certain cause is known, nothing is guessed beside it; where
 * none is, it is said that there may be others.
 */
export function explainInactive(facts: InactiveFacts): Finding[] {
  const known = found(certain, facts)
  const shown = [...known, ...found(seen, facts)]
  return known.length > 0 ? shown : [...shown, ...found(guesses, facts), unexplained(facts)]
}

const found = (causes: readonly Cause[], facts: InactiveFacts) => causes.flatMap((cause) => cause(facts) ?? [])
