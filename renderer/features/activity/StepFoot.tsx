import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { ActivityStep } from '../../../electron/contract/activity.ts'
import { hrefOf } from '../../route.ts'

/** All of a step elsewhere: in the history. */
export function StepFoot({ environmentId, step }: { environmentId: string; step: ActivityStep }) {
  const query = new URLSearchParams([
    ['from', String(step.startsAt)],
    ['to', String(step.endsAt)],
    ['environment', environmentId],
  ]).toString()
  return (
    <div className="drawer-foot step-foot">
      <Button
        component="a"
        variant="subtle"
        href={hrefOf({ kind: 'history', query })}
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
      >
        Open in History
      </Button>
    </div>
  )
}
