import { ActionIcon, Button } from '@mantine/core'
import { IconArrowsDiff, IconPin, IconTrash, IconX } from '@tabler/icons-react'
import type { ChosenExchanges } from '../../../../electron/contract/history.ts'
import { useSetPinned } from '../../../queries/history.ts'
import { toastFailed } from '../../../ui/toast.ts'
import { type Chosen, mostChosen } from './chosen.ts'
import { ExportExchanges } from './ExportExchanges.tsx'

interface Props {
  chosen: Chosen
  exchanges: ChosenExchanges
  count: number
  onCompare: (one: string, other: string) => void
  onDelete: () => void
  onClear: () => void
}

/** What can be done with the exchanges that are selected. */
export function ChosenBar({ chosen, exchanges, count, onCompare, onDelete, onClear }: Props) {
  const pin = useSetPinned()
  const ids = chosen.kind === 'some' ? [...chosen.ids] : []
  const [one, other, ...more] = ids
  const setPinned = (isPinned: boolean) =>
    pin.mutate({ ids, isPinned }, { onError: ({ message }) => toastFailed('Not pinned', message) })
  return (
    <div className="history-chosen" role="toolbar" aria-label="Selected exchanges">
      <span role="status">
        {chosen.kind === 'all'
          ? `All ${count.toLocaleString('en')} selected`
          : `${count.toLocaleString('en')} selected`}
        {count === mostChosen && chosen.kind === 'some' ? ', the most at once' : ''}
      </span>
      <Button
        variant="default"
        leftSection={<IconArrowsDiff size={16} stroke={1.6} aria-hidden />}
        disabled={one === undefined || other === undefined || more.length > 0}
        title="Compares two exchanges"
        onClick={() => (one === undefined || other === undefined ? undefined : onCompare(one, other))}
      >
        Compare
      </Button>
      {ids.length === 0 ? null : (
        <>
          <Button
            variant="default"
            leftSection={<IconPin size={16} stroke={1.6} aria-hidden />}
            title="Pinned exchanges are kept, however old they are"
            onClick={() => setPinned(true)}
          >
            Pin
          </Button>
          <Button variant="default" onClick={() => setPinned(false)}>
            Unpin
          </Button>
        </>
      )}
      <ExportExchanges chosen={exchanges} exchanges={count} />
      <Button
        variant="default"
        c="var(--err)"
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={onDelete}
      >
        Delete…
      </Button>
      <ActionIcon variant="subtle" ml="auto" aria-label="Clear selection" title="Clear selection" onClick={onClear}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  )
}
