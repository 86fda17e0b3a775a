import { Badge, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Exchange, ExchangeSummary } from '../../../electron/contract/exchange.ts'
import { sentOf } from '../../../electron/wording/sent.ts'
import { useExchange, useExchanges } from '../../queries/exchanges.ts'
import { clockTime, milliseconds, visible } from '../../ui/format.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { ExchangeActions } from './ExchangeActions.tsx'
import { ExchangePanels } from './ExchangePanels.tsx'
import { Hops } from './Hops.tsx'
import { pathOf } from './path-of.ts'

/** A choice holds until something newer happens. `chain` is the end of the chain that it was chosen from. */
interface Choice {
  id: string
  chain: string
  whileNewest: string | null
}

/** The newest exchange of the environment, or an earlier one that is chosen. */
export function ExchangeDrawer({ environmentId }: { environmentId: string }) {
  const summaries = useExchanges(environmentId).data ?? []
  const newest = summaries[0]?.id ?? null
  const [choice, setChoice] = useState<Choice | null>(null)
  const chosen = choice?.whileNewest === newest ? choice : null
  const shown = chosen?.id ?? newest
  const exchange = useExchange(shown).data ?? null
  const choose = (id: string, chain: string) => setChoice({ id, chain, whileNewest: newest })
  return (
    <section className="drawer" aria-label="Exchange">
      {exchange === null ? (
        <Text size="sm" c="dimmed">
          No requests yet. Each one appears here as sent and received: headers, body, timing and TLS.
        </Text>
      ) : (
        <Stack gap={8}>
          <Heading exchange={exchange} />
          <Group gap={6}>
            <NativeSelect
              aria-label="Which exchange"
              flex="1 0 260px"
              value={shown ?? ''}
              data={choicesOf(summaries, exchange)}
              onChange={({ currentTarget: { value } }) => choose(value, value)}
            />
            <ExchangeActions exchange={exchange} listed={summaries.map(({ id }) => id)} />
          </Group>
          <Hops last={chosen?.chain ?? exchange.id} shown={exchange.id} onChoose={choose} />
          {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
          <ExchangePanels exchange={exchange} environmentId={environmentId} />
        </Stack>
      )}
    </section>
  )
}

function Heading({ exchange }: { exchange: Exchange }) {
  const { request, response, timings } = exchange
  const good = response !== null && response.status < 400
  return (
    <Group gap={8} wrap="nowrap" justify="space-between">
      <Group gap={8} wrap="nowrap" miw={0}>
        <Badge radius="sm" color={good ? 'teal' : 'red.9'} style={{ flexShrink: 0 }}>
          {response?.status ?? (sentOf(exchange) === 'no' ? 'not sent' : 'failed')}
        </Badge>
        <Title order={2} size="sm" className="ellipsis" title={visible(`${request.method} ${request.url}`)}>
          {visible(`${request.method} ${pathOf(request.url)}`)}
        </Title>
      </Group>
      <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
        {milliseconds(timings.total)}
      </Text>
    </Group>
  )
}

/** An exchange that led to a listed one may be too old to be listed itself. */
function choicesOf(summaries: readonly ExchangeSummary[], { id, startedAt, request, response, failure }: Exchange) {
  const listed = summaries.map((summary) => ({ value: summary.id, label: labelOf(summary) }))
  if (summaries.some((summary) => summary.id === id)) return listed
  const label = labelOf({
    startedAt,
    method: request.method,
    url: request.url,
    status: response?.status ?? null,
    failure: failure?.code ?? null,
  })
  return [...listed, { value: id, label }]
}

type Labelled = Pick<ExchangeSummary, 'startedAt' | 'method' | 'url' | 'status' | 'failure'>

function labelOf({ startedAt, method, url, status, failure }: Labelled): string {
  return visible(`${clockTime(startedAt)}  ${status ?? failure ?? ''}  ${method} ${pathOf(url).split('?', 1)[0]}`)
}
