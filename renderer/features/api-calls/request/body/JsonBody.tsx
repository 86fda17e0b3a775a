import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { showUndo } from '../../../../ui/undo-notice.tsx'
import { bodyRule } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { type CallForm, useCallScope, useTyped } from '../call-form.ts'
import { beautified } from './beautified.ts'
import { JsonEditor } from '../json-editor/JsonEditor.tsx'
import { goToOffset } from '../json-editor/go-to-offset.ts'
import { JsonCheck } from '../json-editor/JsonCheck.tsx'

/** JSON, sent to the letter: it is checked, and may be sent all the same, for an API may be tested with it. */
export function JsonBody() {
  const { form } = useCallScope()
  const text = useTyped(({ body }) => (body.kind === 'json' ? body.text : ''))
  const problem = problemOf(bodyRule, text)
  const field = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <JsonEditor ref={field} label="JSON" path="body.text" text={text} onChange={(next) => setText(form, next)} />
      <div className="row">
        {problem === null ? (
          <JsonCheck text={text} onGoTo={(offset) => goToOffset(field.current, offset)} />
        ) : (
          <p className="call-problem">{problem}</p>
        )}
        <Button
          variant="default"
          ml="auto"
          disabled={text.trim() === ''}
          onClick={() => {
            const next = beautified(text)
            setRefused(next === null ? text : null)
            if (next === null || next === text) return
            setText(form, next)
            showUndo('beautified', 'Beautified. Only white space has changed.', () => setText(form, text))
          }}
        >
          Beautify
        </Button>
      </div>
      {refused === text ? (
        <p className="call-problem" role="alert">
          Not beautified: this is not valid JSON.
        </p>
      ) : null}
    </>
  )
}

function setText(form: CallForm, text: string): void {
  const { body } = form.get()
  if (body.kind === 'json') form.set({ body: { ...body, text } })
}
