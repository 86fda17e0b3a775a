import { Button } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { shortcutText } from '../../ui/shortcut-text.ts'

/** Runs the flow. */
export function RunButton({ disabled, onRun }: { disabled: boolean; onRun: () => void }) {
  return (
    <Button
      leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
      onClick={onRun}
      disabled={disabled}
      title="Ctrl/Cmd + Enter"
    >
      Run flow
      <span className="shortcut" aria-hidden>
        {shortcutText('↵')}
      </span>
    </Button>
  )
}
