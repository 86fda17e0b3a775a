import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'

/** Takes back what was filled into the form at once, in the banner that says so. */
export function UndoFill({ onUndo }: { onUndo: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
      onClick={onUndo}
    >
      Undo
    </Button>
  )
}
