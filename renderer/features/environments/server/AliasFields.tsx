import { Text } from '@mantine/core'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'

/** Endpoints that replace the others when a client certificate is presented. @see RFC 8705 §5 */
export function AliasFields() {
  const { form, managed } = useFormScope()
  const { mtls_endpoint_aliases: aliases, token_endpoint_auth_method: method } = form.values
  const used = Object.values(aliases).some((alias) => alias !== '') || method.endsWith('tls_client_auth')
  return (
    <Disclosure title="Endpoints for mutual TLS" open={used}>
      <Text size="xs" c="dimmed" mb={6}>
        Used instead of the endpoints above when the environment has a client certificate (mtls_endpoint_aliases, RFC
        8705 §5).
      </Text>
      <div className="fields" data-columns="3">
        <TextField path="mtls_endpoint_aliases.token_endpoint" label="Token endpoint (mTLS)" readOnly={managed} />
        <TextField
          path="mtls_endpoint_aliases.introspection_endpoint"
          label="Introspection endpoint (mTLS)"
          readOnly={managed}
        />
        <TextField
          path="mtls_endpoint_aliases.revocation_endpoint"
          label="Revocation endpoint (mTLS)"
          readOnly={managed}
        />
      </div>
    </Disclosure>
  )
}
