import { SecondsField } from '../fields/SecondsField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'
import { algorithmOptions } from './method-options.ts'

/** What goes into the client assertion. @see RFC 7523 §3 */
export function AssertionFields() {
  const { form, metadata } = useFormScope()
  const { token_endpoint_auth_method: method, assertion } = form.values
  return (
    <div className="fields" data-columns="3">
      <SelectField path="assertion.alg" label="Assertion algorithm" data={algorithmOptions(method, metadata)} />
      <SelectField
        path="assertion.audience"
        label="Assertion audience"
        data={[
          { value: 'issuer', label: 'Issuer' },
          { value: 'token_endpoint', label: 'Token endpoint' },
          { value: 'other', label: 'Own' },
        ]}
      />
      <SecondsField path="assertion.lifetime" label="Assertion lifetime" />
      {assertion.audience === 'other' ? (
        <TextField path="assertion.otherAudience" label="Own assertion audience" placeholder="https://as.example/" />
      ) : null}
    </div>
  )
}
