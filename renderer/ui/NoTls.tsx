import { Text } from '@mantine/core'

/** Why there is nothing to say of TLS. */
export const NoTls = ({ url }: { url: string }) => (
  <Text size="sm" c="dimmed">
    {url.startsWith('http:') ? 'Plain http: this connection is not encrypted.' : 'There was no TLS handshake.'}
  </Text>
)
