import type { Review } from '../../contract/review.ts'
import type { CallContext } from '../../core/core-context.ts'
import { isOnlyByName } from '../../vocabulary/review.ts'
import { plannedLine, probeTitles } from '../../wording/review/probes.ts'
import { allowing } from '../allowing.ts'
import { problemLines } from '../problem-lines.ts'
import { say } from '../say.ts'
import type { Subject } from './subject.ts'

interface How {
  allowed: ReadonlySet<string>
  isProductionConfirmed: boolean
  /** Whether wrong credentials are tried as well. */
  wrongCredentials: boolean
  /** One that the API is not for; empty leaves it to the probe. */
  otherAudience: string
}

/** Says which requests will be sent, and sends them once; false where they were not sent, which is said. */
export async function runProbes(
  { host: { api }, environmentId }: Subject,
  review: Review,
  { allowed, isProductionConfirmed, wrongCredentials, otherAudience }: How,
  context: CallContext,
): Promise<boolean> {
  const possible = review.probes.flatMap(({ probe, plan }) =>
    plan.kind === 'requests' && (wrongCredentials || !isOnlyByName(probe)) ? [{ probe, requests: plan.requests }] : [],
  )
  const [first, ...others] = possible.map(({ probe }) => probe)
  if (first === undefined) return true
  for (const { probe, requests } of possible) {
    say(`${probeTitles[probe]}:`)
    for (const request of requests) say(`  ${plannedLine(request)}`)
  }
  const outcome = await allowing(
    api,
    { environmentId, allowed },
    context,
    () =>
      api.runProbes(
        {
          environmentId,
          probes: [first, ...others],
          announced: possible.flatMap(({ requests }) => requests),
          isProductionConfirmed,
          otherAudience,
        },
        context,
      ),
    (each) => (each.kind === 'not_sent' ? each.problems : []),
  )
  if (outcome.kind === 'not_sent') for (const line of problemLines(outcome.problems)) say(line)
  if (outcome.kind === 'other_plan') say('The probes would now send other requests than announced. Nothing was sent.')
  return outcome.kind === 'done'
}
