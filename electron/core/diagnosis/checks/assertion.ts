import type { Check } from '../check.ts'
import type { Case } from '../case.ts'
import { audienceOf } from '../assertion/audience.ts'
import { formOf, missingClaims } from '../assertion/form.ts'
import { keyOf } from '../assertion/key.ts'
import { subjectOf } from '../assertion/subject.ts'
import { timesOf } from '../assertion/times.ts'
import { isAuthenticated, refusesClient } from '../refuses-client.ts'

/** What can be seen of the client assertion, where it was refused. */
export const assertion: Check = {
  name: 'assertion',
  look(kase) {
    const { assertion: sent } = kase.request
    if (sent === null || !isAuthenticated(kase) || !mayBeRefused(kase)) return null
    const malformed = formOf(kase, sent)
    if (malformed.length > 0) return malformed
    return [
      ...timesOf(kase, sent),
      ...subjectOf(kase, sent),
      ...audienceOf(kase, sent),
      ...missingClaims(kase, sent),
      ...keyOf(kase, sent),
    ]
  },
}

/** Some call a refused assertion a refused grant. */
const mayBeRefused = (kase: Case): boolean => refusesClient(kase) || kase.answer?.error === 'invalid_grant'
