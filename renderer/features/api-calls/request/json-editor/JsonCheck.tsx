import { useEffect, useState } from 'react'
import { StateIcon } from '../../../../ui/StateIcon.tsx'
import { type JsonFault, jsonFault } from './json-fault.ts'

const pause = 300

interface Checked {
  fault: JsonFault | null
  /** What is wrong with it once the values of its variables are in it. */
  resolvedFault: JsonFault | null
}

interface Props {
  text: string
  /** With the values of its variables that are known and not secret. */
  resolved: string
  onGoTo: (offset: number) => void
}

/** Whether a text is JSON, once typing pauses; if not, where, and a way there. */
export function JsonCheck({ text, resolved, onGoTo }: Props) {
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    const check = () => {
      const fault = jsonFault(text)
      setChecked({ fault, resolvedFault: fault === null && resolved !== text ? jsonFault(resolved) : null })
    }
    const timer = setTimeout(check, pause)
    return () => clearTimeout(timer)
  }, [text, resolved])
  if (text.trim() === '') return <span className="call-note">Empty: a body without bytes is sent.</span>
  if (checked === null) return null
  const { fault, resolvedFault } = checked
  if (resolvedFault !== null) {
    return (
      <span className="row" role="status">
        <StateIcon tone="warn" word="Warning" />
        With the values of its variables this is not JSON. {resolvedFault.sentence} It is sent as it is.
      </span>
    )
  }
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
