import { Text } from '@mantine/core'
import { contentTypeIn } from '../../../../electron/common/content-type.ts'
import { countEvents } from '../../../../electron/common/count-events.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { byteCount } from '../../../ui/format.ts'
import { eventCount } from './event-count.ts'

/** Says of an answer that was cancelled how much of it had come. Nothing where none had. */
export function Stopped({ exchangeId }: { exchangeId: string }) {
  const response = useExchange(exchangeId).data?.response ?? null
  if (response === null) return null
  const { headers, body } = response
  const contentType = contentTypeIn(headers)
  const events = body.isHead === true ? null : countEvents(contentType, body.text)
  return (
    <Text size="sm" role="status">
      Stopped by you after {events === null ? '' : `${eventCount(events)}, `}
      {byteCount(body.decodedBytes)}. What came is kept below.
    </Text>
  )
}
