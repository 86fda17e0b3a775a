import { Button } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { useIntent } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'
import { useConnectionTest } from './use-connection-test.ts'

export function TestConnectionButton() {
  const { draftKey } = useFormScope()
  const { test, pendingSince } = useConnectionTest()
  useIntent(draftKey, 'test_connection', test)
  return (
    <Button
      variant="default"
      leftSection={<IconActivity size={16} stroke={1.6} aria-hidden />}
      title="DNS, TCP, TLS, metadata and key set. No credentials are sent."
      disabled={pendingSince !== null}
      onClick={test}
    >
      Test connection
    </Button>
  )
}
