import { useEffect, useState } from 'react'
import { StateIcon } from '../../../../ui/StateIcon.tsx'
import { type JsonFault, jsonFault } from './json-fault.ts'

const pause = 300

interface Checked {
  fault: JsonFault | null
}

/** Whether a text is JSON, once typing pauses; if not, where, and a way there. */
export function JsonCheck({ text, onGoTo }: { text: string; onGoTo: (offset: number) => void }) {
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setChecked({ fault: jsonFault(text) }), pause)
    return () => clearTimeout(timer)
  }, [text])
  if (text.trim() === '') return <span className="call-note">Empty: a body without bytes is sent.</span>
  if (checked === null) return null
  const { fault } = checked
  return (
    <span className="row" role="status">
      {fault === null ? (
        <>
          <StateIcon tone="good" /> Valid JSON
        </>
      ) : (
        <>
          <StateIcon tone="warn" word="Warning" />
          <button type="button" className="link-button" onClick={() => onGoTo(fault.offset)}>
            {fault.sentence}
          </button>
          It is sent as it is.
        </>
      )}
    </span>
  )
}
