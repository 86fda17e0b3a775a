import { type Ref, useRef } from 'react'
import { useColouredJson } from './use-coloured-json.ts'

interface Props {
  label: string
  path: string
  text: string
  onChange: (text: string) => void
  ref?: Ref<HTMLTextAreaElement>
}

/**
 * A text field for JSON, each line as long as it is. The colours are of a copy behind it, so that keys, undo and
 * assistive technology meet a plain field.
 */
export function JsonEditor({ label, path, text, onChange, ref }: Props) {
  const pieces = useColouredJson(text)
  const copy = useRef<HTMLPreElement>(null)
  return (
    <div className="json-edit-frame">
      {pieces === null ? null : (
        <pre ref={copy} className="json-edit json-edit-copy mono" aria-hidden>
          {pieces.map((piece, index) => (
            <span key={index} className={piece.look === '' ? undefined : `json-edit-${piece.look}`}>
              {piece.text}
            </span>
          ))}
          {'\n'}
        </pre>
      )}
      <textarea
        ref={ref}
        className="json-edit mono"
        data-coloured={pieces === null ? undefined : true}
        aria-label={label}
        data-path={path}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => copy.current?.scrollTo(scrollLeft, scrollTop)}
      />
    </div>
  )
}
