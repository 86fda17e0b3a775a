import { Button } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { useKept } from '../../../state/kept.ts'
import { apiCallSubject } from '../../../state/runs.ts'
import { repeatSettings } from './repeat-settings.ts'

/** Opens and closes what sends the call several times. */
export function RepeatButton({ environmentId, callId }: { environmentId: string; callId: string }) {
  const [{ isOpen }, change] = useKept(repeatSettings, apiCallSubject(environmentId, callId))
  return (
    <Button
      variant="subtle"
      color="gray"
      aria-expanded={isOpen}
      leftSection={<IconRepeat size={16} stroke={1.6} aria-hidden />}
      onClick={() => change((now) => ({ ...now, isOpen: !now.isOpen }))}
    >
      Repeat…
    </Button>
  )
}
