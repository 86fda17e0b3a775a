import { Text } from '@mantine/core'
import { contentTypeIn } from '../../../../electron/common/content-type.ts'
import { countEvents } from '../../../../electron/common/count-events.ts'
import type { TransportFailure } from '../../../../electron/contract/exchange.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { byteCount } from '../../../ui/format.ts'
import { Unreachable } from '../../../ui/Problem.tsx'
import { eventCount } from './event-count.ts'

/** Says of an answer that was cancelled how much of it had come, or where none had, that it was cancelled. */
export function Stopped({ exchangeId, failure }: { exchangeId: string; failure: TransportFailure }) {
  const exchange = useExchange(exchangeId).data ?? null
  if (exchange === null) return null
  if (exchange.response === null) return <Unreachable failure={failure} />
  const { headers, body } = exchange.response
  const contentType = contentTypeIn(headers)
  const events = body.isHead === true ? null : countEvents(contentType, body.text)
  return (
    <Text size="sm" role="status">
      Stopped by you after {events === null ? '' : `${eventCount(events)}, `}
      {byteCount(body.decodedBytes)}. What came is kept below.
    </Text>
  )
}
