import { Stack } from '@mantine/core'
import { RowsField } from '../fields/RowsField.tsx'
import { SelectField } from '../fields/SelectField.tsx'

/** What else the server wants to be sent, and in which form. */
export function RequestSection() {
  return (
    <Stack gap={16}>
      <SelectField
        path="tokenBodyFormat"
        label="Request body format"
        maw={260}
        data={[
          { value: 'form', label: 'Form (standard)' },
          { value: 'json', label: 'JSON' },
        ]}
      />
      <RowsField
        path="parameters"
        title="Extra parameters"
        one="parameter"
        hint="Sent in the body after the registered ones; a name may come more than once."
      />
      <RowsField path="headers" title="Extra headers" one="header" hint="Sent with the token request." />
    </Stack>
  )
}
