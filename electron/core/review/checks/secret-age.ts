import { credentialDays, keyDays } from '../../../vocabulary/review.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import { type Credential, credentialOf, fieldOf, heldCredential } from '../parts/credential.ts'
import { dayOf, days } from '../parts/days.ts'

/** How long the client has had what it authenticates with; for a certificate since when it is valid. */
export const secretAge: ReviewCheck = {
  name: 'secret_age',
  look: (kase) => {
    const credential = credentialOf(kase.settings)
    return [credential === null ? judged('no_credential_to_rotate', []) : ageOf(credential, kase)]
  },
}

function ageOf(credential: Credential, kase: ReviewCase): Judged {
  const field = fieldOf(credential, kase.settings)
  const held = heldCredential(credential, kase)
  const since = credential === 'client_certificate' ? (kase.certificate?.validFrom ?? null) : (held?.setAt ?? null)
  // A time to come is of a clock that was wrong, and what is no day cannot be counted from.
  if (since !== null && since <= kase.now && dayOf(since) !== '') {
    const limit = credential === 'client_secret' ? credentialDays : keyDays
    const age = days(kase.now - since)
    const seen = [seenHere('setting', field, dayOf(since))]
    const evidence = { credential, days: String(age), limit: String(limit), field }
    return judged(age > limit ? 'credential_old' : 'credential_recent', seen, evidence)
  }
  if (credential !== 'client_certificate' && held === null) {
    return judged('credential_not_set', [], { credential, field })
  }
  return judged('credential_age_not_known', [], { credential, source: held?.source ?? 'file', field })
}
