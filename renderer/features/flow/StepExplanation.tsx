import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { intend } from '../../state/intents.ts'
import { Explain } from './Explain.tsx'
import type { ShownStep } from './use-step.ts'
import { useWayOut } from './use-way-out.ts'
import { WayOutLink } from './WayOutLink.tsx'

/** Why a step is made, with the ways to fill what it lacks and to run the flow from there. */
export function StepExplanation({ environmentId, step }: { environmentId: string; step: ShownStep }) {
  const { row, explanation, isRunning } = step
  const onWayOut = useWayOut(environmentId)
  // The first step is where every run begins; what the API does by itself is no step to begin with.
  const canBegin = row.act !== 'token' && explanation.sentBy === 'app'
  return (
    <Explain
      explanation={explanation}
      acts={
        !canBegin && row.wayOut === null ? null : (
          <div className="row">
            {row.wayOut === null ? null : <WayOutLink wayOut={row.wayOut} onWayOut={onWayOut} />}
            {!canBegin ? null : (
              <Button
                variant="default"
                aria-disabled={isRunning}
                {...(isRunning ? { 'data-disabled': true } : {})}
                leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
                title="Keeps the current token and begins with this step"
                onClick={() => (isRunning ? undefined : intend(environmentId, 'run_flow', [row.act]))}
              >
                Run from here
              </Button>
            )}
          </div>
        )
      }
    />
  )
}
