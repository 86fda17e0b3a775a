import { useRef } from 'react'
import { goToOffset } from '../json-editor/go-to-offset.ts'
import { JsonCheck } from '../json-editor/JsonCheck.tsx'
import { JsonEditor } from '../json-editor/JsonEditor.tsx'

interface Props {
  label: string
  path: string
  schema: string
  problem: string | null
  onChange: (schema: string) => void
}

/** A JSON Schema, checked for being JSON. */
export function SchemaField({ label, path, schema, problem, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <div className="schema-field">
      <JsonEditor ref={field} label={label} path={path} text={schema} onChange={onChange} />
      {problem === null && schema.trim() !== '' ? (
        <JsonCheck text={schema} resolved={schema} onGoTo={(offset) => goToOffset(field.current, offset)} />
      ) : null}
      {problem === null ? null : <p className="call-problem">{problem}</p>}
    </div>
  )
}
