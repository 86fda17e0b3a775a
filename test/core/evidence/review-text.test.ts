import { expect, test } from 'vitest'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import { reviewCodes } from '../../../electron/contract/review-codes.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { fewAndAll } from '../../wording/sample-evidence.ts'
import type { ReviewCase } from '../../../electron/core/review/case.ts'
import { reviewItems } from '../../../electron/core/review/review-items.ts'
import type { EvidenceFormat } from '../../../electron/contract/evidence.ts'
import type { Review, Seen } from '../../../electron/contract/review.ts'
import { forOperatorText, reviewReportText } from '../../../electron/core/evidence/review-text.ts'
import { maskOf } from '../../../electron/core/redaction/redact.ts'
import { noProbeWords, probeTitles } from '../../../electron/wording/review/probes.ts'
import type { ReviewSubject } from '../../../electron/wording/review/report/subject.ts'
import { issuedToken, reviewCase, reviewedAt } from '../../support/review-case.ts'

const dayLong = issuedToken({
  expires_in: '86400',
  recorded: { fingerprint: 'f', header: null, claims: null, lifetime: 86_400, scopeGranted: null },
})

/** Of one practice: what the others find changes with their checks. */
function subjectOf(known: Partial<ReviewCase> = {}, change: Partial<Review> = {}): ReviewSubject {
  const kase = reviewCase({ issued: dayLong, ...known })
  const review: Review = {
    environmentId: kase.id,
    environmentName: kase.name,
    checkedAt: kase.now,
    isProduction: false,
    tokenAt: kase.issued?.at ?? null,
    items: reviewItems(kase).filter(({ practice }) => practice === 'short_lived_tokens'),
    notFound: [],
    probes: [],
    ...change,
  }
  return { review, environment: kase.settings, version: '1.2.3', runtime: { node: '24' }, madeAt: reviewedAt }
}

const masking = (...secrets: string[]) => ({ mask: maskOf(secrets), unreadable: 0 })
const report = (subject: ReviewSubject, format: EvidenceFormat = 'markdown', isOnlyOpen = false) =>
  reviewReportText(subject, { format, isOnlyOpen }, masking('canary-secret'))

test('a report begins with the verdict, and lists the practices under the headings of the document', () => {
  const text = report(subjectOf())
  expect(text).toMatch(/^# Review of best practices\n\n## In short\n/)
  expect(text).toContain('| Client ID | orders-svc |')
  expect(text).toMatch(/## 2\. Token management\n\n\| Status \| Practice \| What was found \|/)
  expect(text).toContain('| At risk | Use short-lived tokens | Lifetime 86400 s; 3600 s or less is advised |')
})

test('what to act on is said with why, the evidence, what to do, where and who asks for it', () => {
  const [, part = ''] = report(subjectOf()).split('### At risk: Use short-lived tokens')
  expect(part).toContain('A leaked token works until it expires.')
  expect(part).toContain('| `"expires_in": 86400` | Token response | 2026-11-30T11:59:00Z |')
  expect(part).toContain('Ask the operator of the authorization server to set the access token lifetime')
  expect(part).toContain('| Where in the app | Token |')
  expect(part).toContain('M2M best practices, Token management; RFC 6750 §5.3')
})

test('what is not known says where it would be found out', () => {
  const items = reviewItems(reviewCase()).filter(({ practice }) => practice === 'review_scopes')
  expect(report(subjectOf({}, { items }))).toMatch(
    /\| Practice \| Why \| What to do \| Where in the app \|[^]*\| Review scope assignments \|[^\n]*\| Configure, Scopes \|/,
  )
})

test('of the open ones the others are left out, and what was accepted is not', () => {
  const accepted = [{ code: 'lifetime_over_day', reason: 'The vendor\ncannot change it.', on: '2026-11-30' }]
  const text = report(subjectOf({ accepted }), 'markdown', true)
  expect(text).not.toContain('Not known |')
  expect(text).not.toContain('## What to act on')
  expect(text).toContain(
    '| Use short-lived tokens | Lifetime 86400 s; 3600 s or less is advised | The vendor cannot change it. | 2026-11-30 |',
  )
})

test('what was accepted and was not found is listed by its code', () => {
  const notFound = [{ code: 'of_a_later_version', reason: 'Known.', on: '2026-01-02' }]
  expect(report(subjectOf({}, { notFound }))).toContain('| of_a_later_version | Known. | 2026-01-02 |')
})

test('probes say how they ended, how many requests they would send, or why they cannot', () => {
  const request = { step: 'ask_by_http', method: 'GET', url: 'http://a', carries: 'nothing', times: 2 } as const
  const plan = { kind: 'requests', requests: [request] } as const
  const ended = { probe: 'rate_limit', at: reviewedAt, result: 'unclear', evidence: { why: 'server_error' } } as const
  const text = report(
    subjectOf(
      {},
      {
        probes: [
          { probe: 'plain_http', plan, last: null },
          { probe: 'rate_limit', plan, last: { ...ended, seen: [] } },
          { probe: 'revocation', plan: { kind: 'not_possible', why: 'no_revocation_endpoint' }, last: null },
        ],
      },
    ),
  )
  expect(text).toContain('| Probes | 1 of 2 probes run |')
  expect(text).toContain(`| ${probeTitles.plain_http} | Not run: at most 2 requests |`)
  expect(text).toContain(`| ${probeTitles.rate_limit} | Unclear: the server failed | 2026-11-30T12:00:00Z |`)
  expect(text).toContain(`| ${probeTitles.revocation} | Not possible: ${noProbeWords.no_revocation_endpoint} |`)
})

test('for the operator there is the client, the finding and its evidence, and no place in this app', () => {
  const text = forOperatorText(subjectOf(), 'short_lived_tokens', masking())
  expect(text).toContain('| Token endpoint | `https://id.example/token` |')
  expect(text).toMatch(/## At risk: Use short-lived tokens\n[^]*"expires_in": 86400[^]*RFC 6750 §5\.3/)
  expect(text).not.toContain('Where in the app')
  expect(forOperatorText(subjectOf(), null, masking()).match(/^## .*/gm)).toEqual([
    '## About',
    '## At risk: Use short-lived tokens',
  ])
})

test('a practice with nothing to act on can be sent as well', () => {
  const subject = subjectOf({ issued: issuedToken() })
  expect(forOperatorText(subject, 'short_lived_tokens', masking())).toContain('## Passed: Use short-lived tokens')
  expect(forOperatorText(subject, null, masking())).not.toContain('Use short-lived tokens')
})

const hostile = '</td><script>alert(1)</script>| [x](https://evil.example) canary-secret \u202E'

const hostileReports = (format: EvidenceFormat): string[] => {
  const issued = issuedToken({ ...dayLong, expires_in: hostile })
  const settings = { ...reviewCase().settings, name: hostile, client_id: hostile }
  const accepted = [{ code: 'lifetime_over_day', reason: hostile, on: '2026-11-30' }]
  return [report(subjectOf({ issued, settings }), format), report(subjectOf({ issued, settings, accepted }), format)]
}

test('in Markdown a text from elsewhere is neither markup nor a secret', () => {
  for (const text of hostileReports('markdown')) {
    expect(text).not.toMatch(/canary-secret|\u202E/)
    expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/<script>|\[x\]/)
  }
})

test('in HTML a text from elsewhere is neither markup nor a secret', () => {
  for (const text of hostileReports('html')) expect(text).not.toMatch(/canary-secret|\u202E|<script>/)
})

const refused: Seen = {
  kind: 'status',
  name: 'POST https://id.example/token',
  value: '401',
  exchangeId: 'e',
  at: reviewedAt,
  step: 'wrong_credentials',
}
const open: ReviewCase['probes'] = {
  rate_limit: { probe: 'rate_limit', at: reviewedAt, result: 'fails', evidence: { attempts: '20' }, seen: [refused] },
  changed_token: {
    probe: 'changed_token',
    at: reviewedAt,
    result: 'fails',
    evidence: { status: '200', call: 'GET https://api.example/orders' },
    seen: [],
  },
}
const copied = (): string => {
  const kase = reviewCase({ probes: open })
  return forOperatorText(subjectOf({}, { items: reviewItems(kase) }), null, masking('canary-secret'))
}

test('the status of an answer of a token endpoint is not taken for a secret', () => {
  expect(copied()).toContain('| `POST https://id.example/token → 401` | Request a token with wrong credentials |')
})

test('an address in a sentence is code, and the rest of the sentence is not', () => {
  expect(copied()).toContain('The call GET `https://api.example/orders` does not check the signature.')
})

test('the operator reads first what is at risk, and whose places are named', () => {
  const headings = [...copied().matchAll(/^## (.*?)(?::|$)/gm)].map(([, title]) => title)
  const risks = headings.lastIndexOf('At risk')
  expect(risks).toBeGreaterThan(0)
  expect(headings.slice(1, risks + 1)).toEqual(headings.slice(1, risks + 1).map(() => 'At risk'))
  expect(headings).toContain('To improve')
  expect(copied()).toContain('From a review by Client Credentials Explorer.')
})

test('no sentence of a review is taken for one that holds a secret', () => {
  const mask = maskOf(['canary-secret'])
  const masked = reviewCodes
    .flatMap((code) => fewAndAll(reviewEntries[code]).map((evidence) => reviewText({ code, evidence })))
    .flatMap(({ line, why, advice = '' }) => [line, `${line}. ${why}`, why, advice])
    .filter((text) => mask(text) !== text)
  expect([...new Set(masked)]).toEqual([])
})
