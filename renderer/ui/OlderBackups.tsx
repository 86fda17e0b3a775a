import { Text } from '@mantine/core'
import { hrefOf } from '../route.ts'

/** Said where a secret, a key or a passphrase is given up: it lives on in backups, and where they are removed. */
export function OlderBackups({ what }: { what: string }) {
  return (
    <Text size="sm">
      Backups that were made before still hold {what}. To remove them, open{' '}
      <a href={hrefOf({ kind: 'settings' })}>Settings, Backups</a>.
    </Text>
  )
}
