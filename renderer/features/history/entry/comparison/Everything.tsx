import { Text } from '@mantine/core'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { RequestPanel } from '../../../../exchange-view/RequestPanel.tsx'
import { ResponsePanel } from '../../../../exchange-view/ResponsePanel.tsx'
import { Unreachable } from '../../../../ui/Problem.tsx'

/** Both exchanges as they were recorded. */
export function Everything({ left, right }: { left: HistoryEntry; right: HistoryEntry }) {
  return (
    <div className="compared-sides">
      {[left, right].map(({ exchange }, index) => (
        <section key={index} aria-label={index === 0 ? 'The older exchange' : 'The newer exchange'}>
          <Text fw={600} size="sm">
            Request
          </Text>
          <RequestPanel exchange={exchange} />
          <Text fw={600} size="sm" mt={12}>
            Response
          </Text>
          {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
          {exchange.response === null && exchange.failure !== null ? null : <ResponsePanel exchange={exchange} />}
        </section>
      ))}
    </div>
  )
}
