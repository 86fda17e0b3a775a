import { NativeSelect } from '@mantine/core'
import { presetOf, providers } from '../../../../electron/catalogue/providers.ts'
import { useFormScope, useChoiceField } from '../form-scope.ts'
import { withPreset } from './with-preset.ts'

/** Which kind of server it is; what its preset knows goes into the fields that are still empty. */
export function ProviderField() {
  const { form, managed } = useFormScope()
  return (
    <NativeSelect
      label="Provider"
      disabled={managed}
      data={[
        ...providers.filter(({ id }) => id !== 'sandbox').map(({ id, name }) => ({ value: id, label: name })),
        ...(managed ? [{ value: 'sandbox', label: 'Sandbox' }] : []),
      ]}
      {...useChoiceField('provider')}
      onChange={({ currentTarget: { value } }) => {
        const preset = presetOf(value)
        if (preset !== null) form.setValues(withPreset(form.getValues(), preset, {}))
      }}
    />
  )
}
