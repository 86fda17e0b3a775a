import { TextInput } from '@mantine/core'
import { contentTypeRule } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { useCallScope, useTyped } from '../call-form.ts'

/** The content type of a text or of a file. */
export function ContentTypeField() {
  const { form } = useCallScope()
  const contentType = useTyped(({ body }) => ('contentType' in body ? body.contentType : ''))
  return (
    <TextInput
      label="Content type"
      maw={400}
      data-path="body.contentType"
      placeholder="none is sent"
      spellCheck={false}
      value={contentType}
      error={problemOf(contentTypeRule, contentType)}
      onChange={({ currentTarget }) => {
        const { body } = form.get()
        if ('contentType' in body) form.set({ body: { ...body, contentType: currentTarget.value } })
      }}
    />
  )
}
