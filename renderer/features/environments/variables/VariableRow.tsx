import { ActionIcon, Checkbox, Group, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { typedSecrets } from '../../../queries/typed-secrets.ts'
import { memo } from 'react'
import { type FormScope, FormScopeProvider, textAt, useFormScope, useTextField } from '../form-scope.ts'
import { SecretValue } from './SecretValue.tsx'
import { typedValue, withName, withValue } from './typed-values.ts'

interface Props {
  index: number
  onRemove: (index: number) => void
}

/** One variable: its name, its value, and whether that is a secret. It is drawn again when something of it has changed. */
export function VariableRow(props: Props) {
  const scope = useFormScope()
  const { environment, form, problemAt } = scope
  const problems = ['name', 'value'].map((part) => problemAt(`variables.${props.index}.${part}`))
  const drawn = [form.values.variables[props.index], problems, environment?.id, environment?.secrets.secret_variables]
  return <DrawnRow {...props} scope={scope} drawn={JSON.stringify(drawn)} />
}

/** What is in `scope` and not in `drawn` reads the form as it is now. */
const DrawnRow = memo(
  ({ scope, index, onRemove }: Props & { scope: FormScope; drawn: string }) => (
    <FormScopeProvider value={scope}>
      <RowFields index={index} onRemove={onRemove} />
    </FormScopeProvider>
  ),
  (before, after) => before.drawn === after.drawn,
)

function RowFields({ index, onRemove }: Props) {
  const { form, draftKey, typeVariables } = useFormScope()
  const path = `variables.${index}` as const
  const isSecret = form.values.variables[index]?.secret === true
  const nameField = useTextField(`${path}.name`)
  const toggle = (secret: boolean) => {
    const { name, value } = form.getValues().variables[index] ?? { name: '', value: '' }
    const typed = typedValue(typedSecrets(draftKey).variables, index, name.trim())
    // A secret is in no draft: what is typed goes where that is kept.
    typeVariables((now) => withValue(now, { index, name: name.trim(), value: secret ? value : '' }))
    form.replaceListItem('variables', index, { name, value: secret ? '' : typed, secret })
  }
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <TextInput
        flex={2}
        aria-label={`Variable name ${index + 1}`}
        placeholder="name"
        spellCheck={false}
        {...nameField}
        onChange={(event) => {
          nameField.onChange(event)
          if (isSecret) typeVariables((now) => withName(now, index, textAt(form, `${path}.name`).trim()))
        }}
      />
      {isSecret ? <SecretValue index={index} /> : <PlainValue index={index} />}
      <Checkbox
        mt={6}
        label="Secret"
        aria-label={`Secret ${index + 1}`}
        checked={isSecret}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <Tooltip label={`Remove variable ${index + 1}`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={2}
          aria-label={`Remove variable ${index + 1}`}
          onClick={() => onRemove(index)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

function PlainValue({ index }: { index: number }) {
  return (
    <TextInput
      flex={3}
      aria-label={`Variable value ${index + 1}`}
      placeholder="value"
      spellCheck={false}
      {...useTextField(`variables.${index}.value`)}
    />
  )
}
