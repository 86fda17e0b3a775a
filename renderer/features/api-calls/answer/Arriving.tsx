import { Button, Group, Loader, Text } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import { cancelRun, useArriving } from '../../../state/runs.ts'
import { byteCount } from '../../../ui/format.ts'
import { eventCount } from './event-count.ts'

/** Characters that are on the page while it arrives. */
const mostShown = 16_000

/** An answer that is not complete yet: how much of it came, its newest lines, and a way to stop it. Nothing while there is none. */
export function Arriving({ subject }: { subject: string }) {
  const arriving = useArriving('sendApiCall', subject)
  const box = useRef<HTMLDivElement>(null)
  const shown = arriving?.text.slice(-mostShown) ?? ''
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  })
  if (arriving === null) return null
  const { events, bytes, isGap, text } = arriving
  const isCut = isGap || text.length > mostShown
  return (
    <section aria-label="Answer that is arriving">
      <Group gap={8} mih={30}>
        <Loader size={14} />
        <Text size="sm" role="status">
          Receiving… {events === null ? '' : `${eventCount(events)}, `}
          {byteCount(bytes)}
        </Text>
        <Button variant="default" onClick={() => cancelRun('sendApiCall', subject)}>
          Stop and keep what came
        </Button>
        {isCut ? (
          <Text size="xs" c="dimmed">
            The newest lines. All that came is shown when it ends.
          </Text>
        ) : null}
      </Group>
      {shown === '' ? null : (
        <div
          ref={box}
          className="bytes arriving"
          role="textbox"
          aria-readonly
          aria-multiline
          aria-label="Newest lines"
          tabIndex={0}
        >
          {visible(shown)}
        </div>
      )}
    </section>
  )
}
