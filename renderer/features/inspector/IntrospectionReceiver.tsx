import { Button, Group, Text } from '@mantine/core'
import { endpointOf } from '../../../electron/common/endpoints.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import { hrefOf } from '../../route.ts'
import { useEnvironment } from '../../queries/environments.ts'
import { visible } from '../../../electron/common/visible.ts'

interface Props {
  environmentId: string
  /** That the token names; null when it names none. */
  issuer: string | null
  isPrimary: boolean
  isPending: boolean
  onIntrospect: () => void
}

/** Where the token would be sent and who would ask, and the button that does it. */
export function IntrospectionReceiver({ environmentId, issuer, isPrimary, isPending, onIntrospect }: Props) {
  const environment = useEnvironment(environmentId).data ?? null
  const endpoint = environment === null ? '' : endpointOf(environment, 'introspection_endpoint')
  return (
    <Group gap={8} justify="space-between" wrap="nowrap" mih={40}>
      <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
        {environment === null ? null : endpoint === '' ? (
          <>
            “{visible(environment.name)}” has no introspection endpoint.{' '}
            <a href={hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })}>Open Configure</a>
          </>
        ) : (
          <>
            The token is sent to <b className="public-bytes">{visible(endpoint)}</b>
            {visible(askerOf(environment))}
            {issuer === null || issuer === environment.issuer
              ? ''
              : ` The token names another issuer: ${visible(issuer)}.`}
          </>
        )}
      </Text>
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        style={{ flexShrink: 0 }}
        disabled={endpoint === '' || isPending}
        onClick={onIntrospect}
      >
        Introspect
      </Button>
    </Group>
  )
}

/** Who asks, at the end of a sentence. */
function askerOf({ introspection: { authentication }, client_id }: Environment): string {
  if (authentication === 'none') return ', without client authentication.'
  if (authentication === 'bearer_token_itself') return ', with the token itself as Bearer.'
  return client_id === '' ? '.' : `, as the client “${client_id}”.`
}
