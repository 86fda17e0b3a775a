import { Text } from '@mantine/core'

/** What may be pasted, in plain words. */
export function EmptyInspector() {
  return (
    <div className="panel">
      <Text size="sm">Paste anything that contains a token:</Text>
      <ul className="may-be-pasted">
        <li>a token by itself, or with “Authorization: Bearer” in front</li>
        <li>the JSON answer of a token endpoint</li>
        <li>a curl command, or a part of a log or a mail</li>
        <li>a URL with the token behind the #</li>
      </ul>
      <Text size="sm" c="dimmed">
        It is kept in memory only, until you clear it or close the app. A text file can be dropped on the box, too.
      </Text>
    </div>
  )
}
