import { Button } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconPlayerPlay, IconPlayerPlayFilled, IconPlayerStop } from '@tabler/icons-react'
import { cancelFlow } from '../../queries/flow-runs.ts'
import { useNewestState } from '../../state/flow-runs.ts'
import { intend } from '../../state/intents.ts'
import { usePendingSince } from '../../state/runs.ts'
import { shortcutText } from '../../ui/shortcut-text.ts'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

/** Runs the flow, or cancels the run that goes on. After a failure what helps more is below, and this is a plain button. */
export function RunButton({ environmentId, disabled }: { environmentId: string; disabled: boolean }) {
  const state = useNewestState(environmentId)
  const isPending = usePendingSince('runFlow', environmentId) !== null
  const isRunning = isPending || state === 'running'
  const run = () => (disabled || isRunning ? undefined : intend(environmentId, 'run_flow'))
  usePageHotkeys([['mod+Enter', run]])
  useWindowEvent('keydown', (event) => {
    if (isRunning && event.key === 'Escape' && !closesSomething(event)) cancelFlow(environmentId)
  })
  if (isRunning) {
    return (
      <Button
        variant="default"
        className="run-flow"
        style={{ flexShrink: 0 }}
        leftSection={<IconPlayerStop size={16} stroke={1.6} aria-hidden />}
        onClick={() => cancelFlow(environmentId)}
      >
        Cancel
        <span className="shortcut" aria-hidden>
          Esc
        </span>
      </Button>
    )
  }
  const isPrimary = state !== 'failed'
  const Icon = isPrimary ? IconPlayerPlayFilled : IconPlayerPlay
  return (
    <Button
      variant={isPrimary ? 'filled' : 'default'}
      className="run-flow"
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      onClick={run}
      disabled={disabled}
    >
      {state === null ? 'Run flow' : 'Run again'}
      <span className="shortcut" aria-hidden>
        {shortcutText('↵')}
      </span>
    </Button>
  )
}

/** Escape closes a menu, a dialog or the drawer over the page before it cancels a run. */
function closesSomething({ defaultPrevented, target }: KeyboardEvent): boolean {
  const within = '[role="dialog"], [role="menu"], [data-overlay], [aria-expanded="true"]'
  return defaultPrevented || (target instanceof Element && target.closest(within) !== null)
}
