import { Button } from '@mantine/core'
import { use, useMemo, useRef, useState } from 'react'
import { showUndo } from '../../../../ui/undo-notice.tsx'
import { bodyRule } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { resolveText } from '../../../../../electron/common/variables/resolve.ts'
import { type Variables, valuesOf } from '../../../../../electron/common/variables/values-of.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { type CallForm, useCallScope, useTyped } from '../call-form.ts'
import { beautified } from './beautified.ts'
import { JsonEditor } from '../json-editor/JsonEditor.tsx'
import { goToOffset } from '../json-editor/go-to-offset.ts'
import { KnownVariablesContext } from '../variables/known-variables-context.ts'
import { JsonCheck } from '../json-editor/JsonCheck.tsx'

/** JSON, sent as typed: what is not valid can be sent too, to test an API with it. */
export function JsonBody() {
  const { form } = useCallScope()
  const text = useTyped(({ body }) => (body.kind === 'json' ? body.text : ''))
  const problem = problemOf(bodyRule, text)
  const variables = use(KnownVariablesContext)
  const resolved = useMemo(() => (variables === null ? text : withKnownValues(text, variables)), [text, variables])
  const field = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <JsonEditor ref={field} label="JSON" path="body.text" text={text} onChange={(next) => setText(form, next)} />
      <div className="row">
        {problem === null ? (
          <JsonCheck text={text} resolved={resolved} onGoTo={(offset) => goToOffset(field.current, offset)} />
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

/** A secret value is not known here, and neither is what would be too long. */
function withKnownValues(text: string, variables: Variables): string {
  const values = valuesOf(variables, () => undefined)
  return resolveText(text, (value) => value, values, bodyRule.most).text ?? text
}

function setText(form: CallForm, text: string): void {
  const { body } = form.get()
  if (body.kind === 'json') form.set({ body: { ...body, text } })
}
