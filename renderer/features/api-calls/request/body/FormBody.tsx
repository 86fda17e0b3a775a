import { formNameRule, formValueRule, mostFormFields } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { RowList } from '../rows/RowList.tsx'
import type { RowsSpec } from '../rows/rows-spec.ts'

const none: readonly [] = []

const fields: RowsSpec = {
  path: 'body.fields',
  label: 'Form fields',
  one: 'Field',
  most: mostFormFields,
  rowsOf: ({ body }) => (body.kind === 'form' ? body.fields : none),
  withRows: (rows) => ({
    body: { kind: 'form', fields: rows.map(({ name, value, enabled }) => ({ name, value: value ?? '', enabled })) },
  }),
  problemOf: ({ name, value }) => problemOf(formNameRule, name) ?? problemOf(formValueRule, value ?? ''),
  fromPaste: ({ name, value }) => ({ name: decoded(name), value: decoded(value ?? '') }),
}

/** Fields of a form, written as they are meant: they are encoded when they are sent. */
export function FormBody() {
  return <RowList spec={fields} />
}

/** What a form that was sent says; as it is where it is not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
