import './activity.css'
import { Button, Skeleton } from '@mantine/core'
import { IconActivity, IconCalendarOff } from '@tabler/icons-react'
import type { Activity } from '../../../electron/contract/activity.ts'
import { useActivity, useActivityRange } from '../../queries/activity.ts'
import { chosenSteps } from '../../state/chosen-step.ts'
import { intend } from '../../state/intents.ts'
import { useKept } from '../../state/kept.ts'
import { NotRecorded } from '../../recording/NotRecorded.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { NotRead } from '../../ui/NotRead.tsx'
import { useMinute } from '../../ui/use-now.ts'
import { CallsPerToken } from './CallsPerToken.tsx'
import { dateText } from './calendar-text.ts'
import { Changes } from './Changes.tsx'
import { DriftBanner } from './DriftBanner.tsx'
import { FailuresByCause } from './FailuresByCause.tsx'
import { Granted } from './Granted.tsx'
import { LatencyChart } from './LatencyChart.tsx'
import { NothingRecorded } from './NothingRecorded.tsx'
import { shownStep } from './shown-step.ts'

/** What an environment did in a span of time. */
export function ActivityTab({ environmentId }: { environmentId: string }) {
  const [range] = useActivityRange()
  const { data, error, refetch } = useActivity(environmentId, range)
  if (error !== null && data === undefined) return <NotRead error={error} onTryAgain={() => void refetch()} />
  if (data === undefined) return <Loading />
  return <Shown environmentId={environmentId} activity={data} />
}

/** As high as what comes, so that nothing moves. */
function Loading() {
  return (
    <div role="status" aria-label="Reading the activity">
      <Skeleton h={228} mb={12} />
      <Skeleton h={164} />
    </div>
  )
}

function Shown({ environmentId, activity }: { environmentId: string; activity: Activity }) {
  const { drift, tokenRequests, calls, lastBefore, isRecorded } = activity
  // The range ends later: with this hour, or day.
  const now = useMinute()
  const [chosen, choose] = useKept(chosenSteps, environmentId)
  const unexpected = drift.filter(({ isExpected }) => !isExpected)
  const isEmpty = tokenRequests + calls === 0
  if (isEmpty && lastBefore === null && drift.length === 0) {
    return isRecorded ? <NothingYet environmentId={environmentId} /> : <NothingRecorded environmentId={environmentId} />
  }
  return (
    <div className="activity">
      <div className="top">{unexpected.length === 0 ? null : <DriftBanner drift={unexpected} now={now} />}</div>
      <NotRecorded environmentId={environmentId} />
      {isEmpty ? (
        <NothingLately lastBefore={lastBefore} />
      ) : (
        <>
          <LatencyChart
            activity={activity}
            chosen={shownStep(activity, chosen)}
            onChoose={({ startsAt }) => choose(() => startsAt)}
          />
          <div className="activity-pair">
            <FailuresByCause activity={activity} />
            <CallsPerToken activity={activity} />
          </div>
          <Granted activity={activity} />
        </>
      )}
      {isEmpty && drift.length === 0 ? null : <Changes drift={drift} />}
    </div>
  )
}

function NothingYet({ environmentId }: { environmentId: string }) {
  return (
    <Empty
      icon={IconActivity}
      title="No activity yet"
      act={
        <Button variant="default" onClick={() => intend(environmentId, 'request')}>
          Request token
        </Button>
      }
    >
      Request a token a few times: latency, failures, lifetimes and what changed between runs appear here.
    </Empty>
  )
}

function NothingLately({ lastBefore }: { lastBefore: number | null }) {
  return (
    <Empty icon={IconCalendarOff} title="Nothing was sent in this span of time">
      {lastBefore === null
        ? 'Choose a longer span above.'
        : `The last request was on ${dateText(lastBefore)} ${new Date(lastBefore).getFullYear()}.`}
    </Empty>
  )
}
