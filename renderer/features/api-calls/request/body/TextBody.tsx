import { Textarea } from '@mantine/core'
import { bodyRule } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { ContentTypeField } from './ContentTypeField.tsx'

/** A text, sent as typed. */
export function TextBody() {
  const { form } = useCallScope()
  const text = useTyped(({ body }) => (body.kind === 'text' ? body.text : ''))
  return (
    <>
      <ContentTypeField />
      <Textarea
        label="Text"
        data-path="body.text"
        rows={5}
        resize="vertical"
        spellCheck={false}
        classNames={{ input: 'typed-bytes' }}
        value={text}
        error={problemOf(bodyRule, text)}
        onChange={({ currentTarget }) => {
          const { body } = form.get()
          if (body.kind === 'text') form.set({ body: { ...body, text: currentTarget.value } })
        }}
      />
    </>
  )
}
