import { Button, Menu } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { pathOf } from '../../../../../electron/common/path-of.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import type { ExchangeSummary } from '../../../../../electron/contract/exchange.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { useRecentExchanges } from '../../../../queries/exchanges.ts'
import { keepMarked, useMarkedExchange } from '../../../../state/compared-exchange.ts'
import { usePlace } from '../../use-place.ts'
import { timeBeside } from '../day-and-time.ts'
import { keepEscape } from '../keep-escape.ts'

const mostListed = 8

/** Chooses what an exchange is compared with: what solved it, the same request at other times, or one of the table. */
export function CompareMenu({ entry: { exchange, solvedBy } }: { entry: HistoryEntry }) {
  const { go } = usePlace()
  const marked = useMarkedExchange()
  const listed = useRecentExchanges(exchange.environmentId).data ?? []
  const same = listed.filter((one) => isSame(one, exchange) && one.id !== solvedBy?.id).slice(0, mostListed)
  const time = (at: number) => timeBeside(at, exchange.startedAt)
  return (
    <Menu position="top-start" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconArrowsDiff size={16} stroke={1.6} aria-hidden />}>
          Compare
        </Button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepEscape}>
        {marked === null || marked.id === exchange.id ? null : (
          <Menu.Item
            onClick={() => {
              keepMarked(null)
              go({ against: marked.id })
            }}
          >
            With the one you chose: {time(marked.startedAt)} {visible(marked.title)}
          </Menu.Item>
        )}
        {solvedBy === null ? null : (
          <Menu.Item onClick={() => go({ against: solvedBy.id })}>
            With the one that solved it: {time(solvedBy.startedAt)}
          </Menu.Item>
        )}
        {same.length === 0 ? null : <Menu.Label>The same request</Menu.Label>}
        {same.map(({ id, startedAt, status, failure }) => (
          <Menu.Item key={id} onClick={() => go({ against: id })}>
            {time(startedAt)} · {status ?? failure ?? ''}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() =>
            keepMarked({ id: exchange.id, startedAt: exchange.startedAt, title: titleOf(exchange.request) })
          }
        >
          Choose the other one in the table
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const titleOf = ({ method, url }: { method: string; url: string }): string => `${method} ${pathOf(url)}`.slice(0, 60)

/** Its query may be what differs. */
function isSame(one: ExchangeSummary, { id, purpose, request }: HistoryEntry['exchange']): boolean {
  return (
    one.id !== id && one.purpose === purpose && one.method === request.method && place(one.url) === place(request.url)
  )
}

const place = (url: string): string => url.split('?', 1)[0] ?? ''
