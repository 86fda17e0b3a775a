import { Badge, Group, NativeSelect, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Exchange, ExchangeSummary } from '../../../electron/contract/exchange.ts'
import { useExchange, useExchanges } from '../../queries/exchanges.ts'
import { clockTime, milliseconds } from '../../ui/format.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { RequestPanel, ResponsePanel } from './MessagePanels.tsx'
import { TimingPanel } from './TimingPanel.tsx'
import { TlsPanel } from './TlsPanel.tsx'

/** The newest exchange of the environment, or an earlier one that is chosen. */
export function ExchangeDrawer({ environmentId }: { environmentId: string }) {
  const summaries = useExchanges(environmentId).data ?? []
  const newest = summaries[0]?.id ?? null
  // A choice holds until something newer happens.
  const [chosen, setChosen] = useState<{ id: string; whileNewest: string | null } | null>(null)
  const shown = chosen !== null && chosen.whileNewest === newest ? chosen.id : newest
  const exchange = useExchange(shown).data ?? null
  return (
    <section className="drawer" aria-label="Exchange">
      {exchange === null ? (
        <Text size="sm" c="dimmed">
          Every request is shown here as it went over the wire: headers, body, timing and TLS. There is none yet.
        </Text>
      ) : (
        <Stack gap={8}>
          <Heading exchange={exchange} />
          <NativeSelect
            aria-label="Which exchange"
            value={shown ?? ''}
            data={summaries.map((summary) => ({ value: summary.id, label: labelOf(summary) }))}
            onChange={(event) => setChosen({ id: event.currentTarget.value, whileNewest: newest })}
          />
          {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
          <Panels exchange={exchange} />
        </Stack>
      )}
    </section>
  )
}

function Heading({ exchange: { request, response, timings } }: { exchange: Exchange }) {
  const { pathname, search } = new URL(request.url)
  const good = response !== null && response.status < 400
  return (
    <Group gap={8} wrap="nowrap" justify="space-between">
      <Group gap={8} wrap="nowrap" miw={0}>
        <Badge radius="sm" color={good ? 'teal' : 'red.9'} style={{ flexShrink: 0 }}>
          {response?.status ?? 'failed'}
        </Badge>
        <Title order={2} size="sm" className="ellipsis" title={`${request.method} ${request.url}`}>
          {request.method} {pathname}
          {search}
        </Title>
      </Group>
      <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
        {milliseconds(timings.total)}
      </Text>
    </Group>
  )
}

function Panels({ exchange }: { exchange: Exchange }) {
  return (
    <Tabs defaultValue="request" keepMounted={false}>
      <Tabs.List mb={8}>
        <Tabs.Tab value="request">Request</Tabs.Tab>
        <Tabs.Tab value="response">Response</Tabs.Tab>
        <Tabs.Tab value="timing">Timing</Tabs.Tab>
        <Tabs.Tab value="tls">TLS</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="request">
        <RequestPanel request={exchange.request} />
      </Tabs.Panel>
      <Tabs.Panel value="response">
        <ResponsePanel response={exchange.response} />
      </Tabs.Panel>
      <Tabs.Panel value="timing">
        <TimingPanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="tls">
        <TlsPanel tls={exchange.tls} url={exchange.request.url} />
      </Tabs.Panel>
    </Tabs>
  )
}

function labelOf({ startedAt, method, url, status, failure }: ExchangeSummary): string {
  return `${clockTime(startedAt)}  ${status ?? failure ?? ''}  ${method} ${new URL(url).pathname}`
}
