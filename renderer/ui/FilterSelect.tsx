import './filter-select.css'

interface Props {
  label: string
  options: readonly { value: string; title: string }[]
  value: string
  /** The one that filters nothing. */
  none?: string
  onChange: (value: string) => void
}

/** One thing that a list is narrowed by: what it is about, and what was chosen. */
export function FilterSelect({ label, options, value, none = '', onChange }: Props) {
  return (
    <label className="filter-select" data-chosen={value !== none || undefined}>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
