import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { visible } from '../../electron/common/visible.ts'
import { wordsOf } from '../ui/marked-parts.ts'
import './filters.css'

export interface FilterOption {
  value: string
  label: string
  /** How many there are; nothing where it is not known. */
  count?: number
}

interface Props {
  name: string
  options: readonly FilterOption[]
  chosen: readonly string[]
  /** Where no option says it. */
  text?: string
  isSearched?: boolean
  /** Below the options. */
  children?: ReactNode
  onToggle: (value: string) => void
  onClear: () => void
}

/** Options that are listed at most: among more, a person types a part of the name. */
const mostListed = 100

/** One filter: what it is about and what is chosen, its options in a list, and a way to clear it. */
export function FilterMenu({ name, options, chosen, text, isSearched = false, children, onToggle, onClear }: Props) {
  const [typed, setTyped] = useState('')
  const list = useId()
  const combobox = useCombobox({
    onDropdownClose: () => {
      setTyped('')
      combobox.resetSelectedOption()
    },
    onDropdownOpen: () => (isSearched ? combobox.focusSearchInput() : combobox.selectFirstOption()),
  })
  const words = wordsOf(typed)
  const found = options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
  const isActive = chosen.length > 0 || text !== undefined
  const said = text ?? chosenText(chosen, options)
  return (
    <span className="filter-menu" data-active={isActive || undefined}>
      <Combobox
        store={combobox}
        withinPortal={false}
        width={260}
        position="bottom-start"
        onOptionSubmit={onToggle}
        shadow="none"
      >
        <Combobox.Target targetType="button">
          <button
            type="button"
            className="filter-menu-button"
            aria-label={`${name}: ${said}`}
            onClick={() => combobox.toggleDropdown()}
          >
            {name} <span className="filter-menu-value ellipsis">{visible(said)}</span>
            {isActive ? null : <IconChevronDown size={14} stroke={1.6} aria-hidden />}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown className="filter-menu-dropdown">
          {isSearched ? (
            <Combobox.Search
              aria-label={`Search ${name.toLowerCase()}`}
              placeholder="Search…"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                combobox.resetSelectedOption()
              }}
            />
          ) : null}
          <Combobox.Options id={list} aria-label={name} aria-multiselectable className="filter-menu-options">
            {found.slice(0, mostListed).map(({ value, label, count }) => (
              <Combobox.Option key={value} value={value} active={chosen.includes(value)}>
                <IconCheck size={14} stroke={1.6} aria-hidden data-on={chosen.includes(value) || undefined} />
                <bdi className="ellipsis grows-in-row" title={visible(label)}>
                  {visible(label)}
                </bdi>
                {count === undefined ? null : <span className="filter-menu-count">{count.toLocaleString('en')}</span>}
              </Combobox.Option>
            ))}
            {found.length === 0 ? <Combobox.Empty>No matches</Combobox.Empty> : null}
            {found.length > mostListed ? (
              <Combobox.Empty>{found.length - mostListed} more: type a part of the name</Combobox.Empty>
            ) : null}
          </Combobox.Options>
          {children === undefined ? null : <Combobox.Footer>{children}</Combobox.Footer>}
        </Combobox.Dropdown>
      </Combobox>
      {isActive ? (
        <button
          type="button"
          className="filter-clear"
          aria-label={`Clear filter ${name}`}
          title="Clear"
          onClick={onClear}
        >
          <IconX size={14} stroke={1.6} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}

function chosenText(chosen: readonly string[], options: readonly FilterOption[]): string {
  const [first] = chosen
  if (first === undefined) return 'all'
  return chosen.length === 1
    ? (options.find(({ value }) => value === first)?.label ?? first)
    : `${chosen.length} chosen`
}
