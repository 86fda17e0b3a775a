import { hasClientCertificate } from '../../../common/endpoints.ts'
import { certificateDays } from '../../../vocabulary/review.ts'
import type { CertificateFacts } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import { day, dayOf, days } from '../parts/days.ts'

/** Whether the client certificate is valid, will be for a while, and is replaced in time. */
export const certificateAge: ReviewCheck = {
  name: 'certificate_age',
  look: ({ settings, certificate, now }) => {
    if (!hasClientCertificate(settings)) return [judged('no_client_certificate', [])]
    return [certificate === null ? judged('certificate_not_read', []) : judgedAt(now, certificate)]
  },
}

function judgedAt(now: number, { validFrom, validTo }: CertificateFacts): Judged {
  const [from, to] = [dayOf(validFrom), dayOf(validTo)]
  if (from === '' || to === '') return judged('certificate_not_read', [])
  const seen = [seenHere('setting', 'network.clientCertificate', `${from} – ${to}`)]
  if (validTo <= now) return judged('certificate_expired', seen, { date: to })
  if (validFrom > now) return judged('certificate_not_yet_valid', seen, { date: from })
  const left = validTo - now
  if (left < soon(validTo - validFrom)) {
    return judged('certificate_ends_soon', seen, { date: to, days: String(days(left)) })
  }
  const validity = days(validTo - validFrom)
  return validity > certificateDays
    ? judged('certificate_long_lived', seen, { days: String(validity), limit: String(certificateDays) })
    : judged('certificate_current', seen, { date: to })
}

/** Certificates that are renewed automatically are when a third of their time is left: a fifth is late. */
const soon = (validity: number): number => Math.min(threeWeeks, validity / 5)

const threeWeeks = 21 * day
