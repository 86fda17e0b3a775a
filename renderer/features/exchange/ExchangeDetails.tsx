import '../../exchange-view/drawer.css'
import { NativeSelect, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Exchange, ExchangeSummary } from '../../../electron/contract/exchange.ts'
import { sentBy } from '../../../electron/wording/sent-by.ts'
import { useExchange, useExchanges } from '../../queries/exchanges.ts'
import { chooseExchange, useChosenExchange } from '../../state/chosen-exchange.ts'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { ExchangeActions } from './ExchangeActions.tsx'
import { ExchangeHeading } from './ExchangeHeading.tsx'
import { ExchangePanels } from './ExchangePanels.tsx'
import { Hops } from '../../exchange-view/Hops.tsx'
import { pathOf } from '../../../electron/common/path-of.ts'

interface Props {
  environmentId: string
  /** The button that closes the drawer. */
  toggle: ReactNode
}

/** The newest exchange of the environment, or an earlier one that is chosen. */
export function ExchangeDetails({ environmentId, toggle }: Props) {
  const summaries = useExchanges(environmentId).data ?? []
  const newest = summaries[0]?.id ?? null
  const choice = useChosenExchange(environmentId)
  const chosen = choice?.whileNewest === newest ? choice : null
  const shown = chosen?.id ?? newest
  const exchange = useExchange(shown).data ?? null
  const choose = (id: string, chain: string) => chooseExchange(environmentId, { id, chain, whileNewest: newest })
  if (exchange === null) {
    return (
      <div className="drawer-head">
        <Text size="sm" c="dimmed" flex={1}>
          No requests yet. Each one appears here as sent and received: headers, body, timing and TLS.
        </Text>
        {toggle}
      </div>
    )
  }
  const sender = sentBy(exchange)
  return (
    <>
      <ExchangeHeading exchange={exchange} toggle={toggle} />
      <NativeSelect
        className="drawer-choice"
        variant="unstyled"
        aria-label="Which exchange"
        value={shown ?? ''}
        data={choicesOf(summaries, exchange)}
        onChange={({ currentTarget: { value } }) => choose(value, value)}
      />
      {sender === null ? null : (
        <Text size="xs" c="dimmed" px={16}>
          Sent by {sender}
        </Text>
      )}
      <Hops last={chosen?.chain ?? exchange.id} shown={exchange.id} onChoose={choose} />
      {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
      <ExchangePanels
        exchange={exchange}
        environmentId={environmentId}
        foot={<ExchangeActions exchange={exchange} listed={summaries.map(({ id }) => id)} of="this environment" />}
      />
    </>
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
