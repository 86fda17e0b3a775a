import { Text } from '@mantine/core'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useFormScope } from '../form-scope.ts'
import { EndpointField } from './EndpointField.tsx'

const names = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const

const labels: Readonly<Record<(typeof names)[number], string>> = {
  token_endpoint: 'Token endpoint (mTLS)',
  introspection_endpoint: 'Introspection endpoint (mTLS)',
  revocation_endpoint: 'Revocation endpoint (mTLS)',
}

/** Endpoints that replace the others when a client certificate is presented. @see RFC 8705 §5 */
export function AliasFields() {
  const { form, problemAt } = useFormScope()
  const { mtls_endpoint_aliases: aliases, token_endpoint_auth_method: method } = form.values
  const filled = names.filter((name) => aliases[name] !== '').length
  const isFaulty = names.some((name) => problemAt(`mtls_endpoint_aliases.${name}`) !== null)
  return (
    <Disclosure
      title="Endpoints for mutual TLS"
      note={filled === 0 ? null : `${filled} set`}
      open={isFaulty || method.endsWith('tls_client_auth')}
    >
      <Text size="xs" c="dimmed" mb={6}>
        Used instead of the endpoints above when the environment has a client certificate (mtls_endpoint_aliases, RFC
        8705 §5).
      </Text>
      <div className="fields" data-columns="3">
        {names.map((name) => (
          <EndpointField key={name} path={`mtls_endpoint_aliases.${name}`} label={labels[name]} />
        ))}
      </div>
    </Disclosure>
  )
}
