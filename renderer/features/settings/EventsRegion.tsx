import { Text } from '@mantine/core'
import { useAuditEvents } from '../../queries/audit-events.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { useNow } from '../../ui/use-now.ts'
import { eventSentence } from '../../../electron/wording/audit-event.ts'

/** What was done with secrets, as it was recorded. */
export function EventsRegion() {
  const events = useAuditEvents()
  const environments = useEnvironments().data ?? []
  const now = useNow()
  const nameOf = (id: string | null) => environments.find((environment) => environment.id === id)?.name ?? null
  return (
    <Region name="Recorded events">
      {events.error === null ? null : <CallFailed error={events.error} />}
      {events.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing yet. Revealing and copying secrets, new origins, changes of their protection, exports and imports are
          recorded here.
        </Text>
      ) : null}
      {events.data === undefined || events.data.length === 0 ? null : (
        <div className="panel recorded-events" role="group" aria-label="Latest first">
          <table className="facts">
            <colgroup>
              <col style={{ width: 160 }} />
              <col />
            </colgroup>
            <tbody>
              {events.data.map((event) => (
                <tr key={event.id}>
                  <th scope="row">{clockTime(event.at, now)}</th>
                  <td>{visible(eventSentence(event, nameOf(event.environmentId)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Region>
  )
}
