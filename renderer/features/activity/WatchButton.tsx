import { Button } from '@mantine/core'
import { IconBell, IconBellFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useWatch } from '../../queries/watches.ts'
import { useIntent } from '../../state/intents.ts'
import { watchedText } from './watch-text.ts'
import { WatchDialog } from './WatchDialog.tsx'

/** Watches the environment, or says that it is watched. */
export function WatchButton({ environmentId }: { environmentId: string }) {
  const watch = useWatch(environmentId)
  const [isOpen, setOpen] = useState(false)
  useIntent(environmentId, 'watch', () => setOpen(true))
  const Icon = watch === null ? IconBell : IconBellFilled
  return (
    <>
      <Button
        variant="default"
        flex="none"
        leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {watch === null ? 'Watch…' : watchedText(watch.minutes)}
      </Button>
      {isOpen ? <WatchDialog environmentId={environmentId} watch={watch} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
