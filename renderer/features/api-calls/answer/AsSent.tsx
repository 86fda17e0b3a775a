import { Stack, Text } from '@mantine/core'
import { visible } from '../../../../electron/common/visible.ts'
import type { Exchange } from '../../../../electron/contract/exchange.ts'
import { sentOf, sentSentence } from '../../../../electron/wording/sent.ts'
import { JsonView } from '../../../json-view/JsonView.tsx'
import { byteCount } from '../../../ui/format.ts'
import { FieldsTable } from './FieldsTable.tsx'

/** The request as it went out: variables resolved, the token and secrets masked. */
export function AsSent({ exchange }: { exchange: Exchange }) {
  const { method, url, headers, body } = exchange.request
  const unsent = sentSentence(sentOf(exchange))
  return (
    <Stack gap={8}>
      {unsent === null ? null : <Text size="sm">{unsent}</Text>}
      <div className="mono sent-line">
        {visible(method)} {visible(url)}
      </div>
      <FieldsTable name="Header fields of the request" headers={headers} />
      {body === null ? (
        <Text size="xs" c="dimmed">
          Sent without a body.
        </Text>
      ) : (
        <>
          <Text size="xs" c="dimmed">
            Body of {byteCount(body.decodedBytes)}
            {body.encoding === 'base64' ? ' · not text, shown as base64' : ''}
          </Text>
          <JsonView source={body.text} label="Body of the request" isExact />
        </>
      )}
    </Stack>
  )
}
