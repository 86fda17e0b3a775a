import './activity.css'
import './step.css'
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import { useActivity, useActivityRange, useTokenRequests } from '../../queries/activity.ts'
import { chosenSteps } from '../../state/chosen-step.ts'
import { useKept } from '../../state/kept.ts'
import { count } from '../../ui/count.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { spanText } from './calendar-text.ts'
import { shownStep } from './shown-step.ts'
import { StepFoot } from './StepFoot.tsx'
import { StepRequests } from './StepRequests.tsx'
import { WhatDiffers } from './WhatDiffers.tsx'

interface Props {
  environmentId: string
  /** The button that closes it. */
  toggle: ReactNode
}

/** The step of the chart that is chosen: its token requests, and what differs from before. */
export function StepPanel({ environmentId, toggle }: Props) {
  const [range] = useActivityRange()
  const activity = useActivity(environmentId, range).data ?? null
  const [chosen] = useKept(chosenSteps, environmentId)
  const step = activity === null ? null : shownStep(activity, chosen)
  if (activity === null || step === null) {
    return (
      <div className="drawer-head">
        <p className="step-hint">The requests of a step of the chart appear here.</p>
        {toggle}
      </div>
    )
  }
  return <Step environmentId={environmentId} activity={activity} step={step} toggle={toggle} />
}

function Step({ environmentId, activity, step, toggle }: Props & { activity: Activity; step: ActivityStep }) {
  const { data, error } = useTokenRequests(environmentId, step)
  return (
    <>
      <div className="drawer-head step-head">
        <h2>{spanText(step)}</h2>
        {toggle}
      </div>
      <div className="step-body">
        <p className="step-hint">
          {count(step.tokenRequests, 'token request')}, {count(step.calls, 'call')}
          {step.failures > 0 ? `, ${step.failures} failed` : ''}
        </p>
        {error === null ? null : <CallFailed error={error} />}
        {data === undefined && error === null ? <Skeleton h={28 * Math.min(8, step.tokenRequests)} /> : null}
        {data === undefined ? null : <StepRequests search={data} drift={activity.drift} />}
        <WhatDiffers activity={activity} step={step} />
      </div>
      <StepFoot environmentId={environmentId} step={step} searchId={data?.searchId ?? null} />
    </>
  )
}
