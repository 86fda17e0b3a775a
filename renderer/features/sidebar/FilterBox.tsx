import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { type Filter, isFiltering, noFilter } from '../../queries/environment-filter.ts'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
  /** Leads on to the list. */
  onEnter: (event: KeyboardEvent) => void
}

export function FilterBox({ filter, onChange, onEnter }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => box.current?.focus()]])
  const clear = () => {
    onChange(noFilter)
    box.current?.focus()
  }
  return (
    <TextInput
      ref={box}
      aria-label="Filter environments"
      placeholder="Filter"
      title="Name, host, stage or state"
      leftSection={<IconSearch size={16} stroke={1.6} />}
      rightSection={isFiltering(filter) ? <Clear onClick={clear} /> : <kbd aria-hidden>/</kbd>}
      px={8}
      pb={8}
      value={filter.text}
      onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') clear()
        if (event.key === 'ArrowDown') onEnter(event)
      }}
    />
  )
}

function Clear({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className="filter-clear" aria-label="Show all environments" tabIndex={-1} onClick={onClick}>
      <IconX size={14} stroke={1.6} aria-hidden />
    </button>
  )
}
