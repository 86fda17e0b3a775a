import { sectionOfPractice } from '../../catalogue/review-practices.ts'
import { reviewEntries } from '../../catalogue/review.ts'
import { utc } from '../../common/utc.ts'
import type { ItemStatus, ProbeState, Review, ReviewFinding, ReviewItem } from '../../contract/review.ts'
import { practices, reviewStatuses } from '../../vocabulary/review.ts'
import { reviewText } from '../../wording/review.ts'
import { practiceTitles } from '../../wording/review/practices.ts'
import { noProbeWords, probeResultText, probeTitles, requestsText } from '../../wording/review/probes.ts'
import { seenSource } from '../../wording/review/seen.ts'

/** A review for a program: codes and statuses stay the same between versions, sentences may change. Times are UTC. */
export function reportJson(review: Review, isComplete: boolean): string {
  const { environmentName, checkedAt, tokenAt, items, notFound, probes } = review
  const text = JSON.stringify(
    {
      format: 'client-credentials-explorer/review',
      version: 1,
      environment: environmentName,
      checkedAt: utc(checkedAt),
      tokenAt: tokenAt === null ? null : utc(tokenAt),
      /** False where the token that was to be requested did not come. */
      isComplete,
      summary: Object.fromEntries(
        statuses.map((status) => [status, items.filter((item) => item.status === status).length]),
      ),
      practices: items.map(practiceOf),
      acceptedAndNotFound: notFound,
      probes: probes.map(probeOf),
    },
    null,
    2,
  )
  return text.replaceAll(unseen, escaped)
}

/** What JSON leaves as it is, and moves the cursor of a terminal, or reorders what is read. */
const unseen = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (characters: string): string =>
  Array.from(
    { length: characters.length },
    (_, at) => `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

const statuses: readonly ItemStatus[] = [...reviewStatuses, 'accepted']

function practiceOf({ practice, status, findings }: ReviewItem): object {
  return {
    number: practices.indexOf(practice) + 1,
    practice,
    section: sectionOfPractice.get(practice),
    title: practiceTitles[practice],
    status,
    findings: findings.map(findingOf),
  }
}

function probeOf({ probe, plan, last }: ProbeState): object {
  const title = probeTitles[probe]
  if (last !== null) return { probe, title, result: last.result, text: probeResultText(last), at: utc(last.at) }
  if (plan.kind === 'not_possible') return { probe, title, result: 'not_possible', text: noProbeWords[plan.why] }
  return { probe, title, result: 'not_run', text: requestsText(plan.requests) }
}

function findingOf(finding: ReviewFinding): object {
  const { check, code, status, evidence, seen, accepted } = finding
  const { line, why, advice = null } = reviewText(finding)
  return {
    check,
    code,
    status,
    line,
    why,
    advice,
    standard: reviewEntries[code].section,
    evidence,
    seen: seen.map((each) => ({
      kind: each.kind,
      name: each.name,
      value: each.value,
      source: seenSource(each),
      at: each.at === null ? null : utc(each.at),
    })),
    accepted,
  }
}
