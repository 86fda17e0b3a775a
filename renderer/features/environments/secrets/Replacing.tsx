import { Button, Group, Stack, Text } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { navigate } from '../../../route.ts'
import { useTokenRequest } from '../../../queries/held-action.ts'
import { useDiscardNewSecret } from '../../../queries/secrets.ts'
import { useBeforeSending } from '../../../ui/before-sending.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'

interface Props {
  environmentId: string
  name: SecretName
  label: string
}

/** A new secret that has not obtained a token yet, and the old one that is kept until it has. */
export function Replacing({ environmentId, name, label }: Props) {
  const discard = useDiscardNewSecret()
  const request = useTokenRequest(environmentId)
  const beforeSending = useBeforeSending()
  return (
    <Group className="panel" gap={8} wrap="nowrap" align="flex-start" role="status">
      <StateIcon tone="info" word="Waiting" />
      <Stack gap={6} flex={1} miw={0}>
        <Text size="sm">New secret not verified yet; the old one is kept.</Text>
        {discard.error === null ? null : (
          <Text size="sm" c="var(--err)" role="alert">
            {discard.error.message}
          </Text>
        )}
        <Group gap={6}>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Request token (${label})`}
            onClick={() => {
              beforeSending({
                verb: 'request',
                act: () => {
                  request.run({ environmentId })
                  navigate({ kind: 'environment', id: environmentId, tab: 'token' })
                },
              })
            }}
          >
            Request token
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            loading={discard.isPending}
            onClick={() => discard.mutate({ environmentId, name })}
          >
            Go back to the old one
          </Button>
        </Group>
      </Stack>
    </Group>
  )
}
