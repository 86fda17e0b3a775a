import { SimpleGrid, Stack } from '@mantine/core'
import { ChipsField } from '../fields/ChipsField.tsx'
import { RowsField } from '../fields/RowsField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { resourceRules, scopeRules } from './scope-rules.ts'
import { ScopeSuggestions } from './ScopeSuggestions.tsx'

/** What the token request asks for, and anything else that its server wants. */
export function RequestSection() {
  return (
    <Stack gap={10}>
      <ChipsField path="scope" label="Scopes" placeholder="api:read api:write" rules={scopeRules}>
        <ScopeSuggestions />
      </ChipsField>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8}>
        <TextField path="audience" label="Audience" />
        <ChipsField path="resource" label="Resource" placeholder="https://api.example" rules={resourceRules} />
      </SimpleGrid>
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
