import { type Ref } from 'react'

interface Props {
  label: string
  path: string
  text: string
  onChange: (text: string) => void
  ref?: Ref<HTMLTextAreaElement>
}

/** A text field for JSON: each line as long as it is. */
export function JsonEditor({ label, path, text, onChange, ref }: Props) {
  return (
    <textarea
      ref={ref}
      className="json-edit mono"
      aria-label={label}
      data-path={path}
      wrap="off"
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
