import { Group, Stack } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import type { Pointer } from '../../electron/contract/finding.ts'
import { useSaveResponseBody } from '../queries/exchanges.ts'
import { BodyActions } from '../ui/BodyActions.tsx'
import { toastFailed } from '../ui/toast.ts'
import { toastSaved } from '../ui/toast-saved.ts'
import { JsonView } from './JsonView.tsx'

interface Props {
  exchangeId: string
  text: string
  /** What assistive technology calls it. */
  label: string
  /** What of it is marked as evidence. */
  pointers?: readonly Pointer[]
  /** What shows it; the JSON view by default. */
  view?: ReactNode
  /** What there is to know of it. */
  children: ReactNode
}

const none: readonly Pointer[] = []

/** The body of a recorded response, with what takes it along. */
export function RecordedBody({ exchangeId, text, label, pointers = none, view, children }: Props) {
  const shown = useRef<HTMLDivElement>(null)
  const save = useSaveResponseBody()
  const onSave = () =>
    save.mutate(exchangeId, {
      onSuccess: (outcome) => {
        if (outcome === null) toastFailed('Body: not saved', 'This exchange is no longer recorded.')
        else toastSaved('Body', outcome)
      },
      onError: ({ message }) => toastFailed('Body: not saved', message),
    })
  return (
    <Stack gap={4}>
      <Group gap={8} wrap="nowrap" mih={28}>
        {children}
        <BodyActions text={text} shown={shown} isSaving={save.isPending} onSave={onSave} />
      </Group>
      <div ref={shown}>{view ?? <JsonView source={text} label={label} pointers={pointers} isUncut />}</div>
    </Stack>
  )
}
