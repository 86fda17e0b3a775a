import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { type Filter, noFilter } from '../../queries/environment-filter.ts'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
  /** Leads on to the list. */
  onEnter: (event: KeyboardEvent) => void
}

export function FilterBox({ filter, onChange, onEnter }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => box.current?.focus()]])
  return (
    <TextInput
      ref={box}
      aria-label="Filter environments"
      placeholder="Filter ( / )"
      title="Name, host, stage or state"
      leftSection={<IconSearch size={14} />}
      px={8}
      pb={8}
      value={filter.text}
      onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange(noFilter)
        if (event.key === 'ArrowDown') onEnter(event)
      }}
    />
  )
}
