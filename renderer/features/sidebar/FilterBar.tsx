import './sidebar-late.css'
import { IconFilter } from '@tabler/icons-react'
import { oneOf } from '../../../electron/common/one-of.ts'
import { stages } from '../../../electron/vocabulary/stages.ts'
import { type Filter, rowStates } from '../../queries/environment-filter.ts'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
  shown: number
  all: number
}

/** While something is filtered: how much is left, and two more ways to narrow it. */
export function FilterBar({ filter, onChange, shown, all }: Props) {
  return (
    <div className="filter-bar">
      <span className="filter-count" role="status">
        <IconFilter size={12} stroke={1.6} aria-hidden />
        {shown.toLocaleString('en')} of {all.toLocaleString('en')}
      </span>
      <Choice
        label="Stage"
        options={stages}
        value={filter.stage}
        onChange={(chosen) => onChange({ ...filter, stage: oneOf(stages, chosen) ?? '' })}
      />
      <Choice
        label="State"
        options={rowStates}
        value={filter.state}
        onChange={(chosen) => onChange({ ...filter, state: oneOf(rowStates, chosen) ?? '' })}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  options: readonly string[]
  /** Empty for all. */
  value: string
  onChange: (chosen: string) => void
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <select
      className="filter-choice"
      aria-label={`Filter by ${label.toLowerCase()}`}
      value={value}
      data-chosen={value !== '' || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{value === '' ? label : `Any ${label.toLowerCase()}`}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {labelOf(option)}
        </option>
      ))}
    </select>
  )
}

const labelOf = (option: string): string =>
  option === 'no secret' ? 'Needs a secret' : option.charAt(0).toUpperCase() + option.slice(1)
