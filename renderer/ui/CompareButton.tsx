import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'

/** Leads to the comparison with this token as one of its sides. */
export function CompareButton({ onCompare }: { onCompare: () => void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconArrowsDiff size={14} aria-hidden />}
      title="Lays this token beside another one, or beside what was asked for"
      onClick={onCompare}
    >
      Compare…
    </Button>
  )
}
