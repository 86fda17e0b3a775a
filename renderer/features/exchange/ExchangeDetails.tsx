import './drawer.css'
import { NativeSelect, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import type { Exchange, ExchangeSummary } from '../../../electron/contract/exchange.ts'
import { sentOf } from '../../../electron/wording/sent.ts'
import { useExchange } from '../../queries/exchanges.ts'
import { chooseExchange, useChosenExchange } from '../../state/chosen-exchange.ts'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { ExchangeActions } from './ExchangeActions.tsx'
import { ExchangePanels } from './ExchangePanels.tsx'
import { Hops } from './Hops.tsx'
import { pathOf } from '../../../electron/common/path-of.ts'

interface Props {
  environmentId: string
  /** Newest first. */
  summaries: readonly ExchangeSummary[]
  /** The button that closes the drawer. */
  toggle: ReactNode
}

/** The newest exchange of the environment, or an earlier one that is chosen. */
export function ExchangeDetails({ environmentId, summaries, toggle }: Props) {
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
  return (
    <>
      <Heading exchange={exchange} toggle={toggle} />
      <NativeSelect
        className="drawer-choice"
        variant="unstyled"
        aria-label="Which exchange"
        value={shown ?? ''}
        data={choicesOf(summaries, exchange)}
        onChange={({ currentTarget: { value } }) => choose(value, value)}
      />
      <Hops last={chosen?.chain ?? exchange.id} shown={exchange.id} onChoose={choose} />
      {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
      <ExchangePanels exchange={exchange} environmentId={environmentId} />
      <ExchangeActions exchange={exchange} listed={summaries.map(({ id }) => id)} />
    </>
  )
}

function Heading({ exchange, toggle }: { exchange: Exchange; toggle: ReactNode }) {
  const { request, response } = exchange
  const isGood = response !== null && response.status < 400
  const Icon = isGood ? IconCircleCheckFilled : IconCircleXFilled
  return (
    <div className="drawer-head">
      <span className="token-status" data-tone={isGood ? 'good' : 'bad'} data-brief>
        <Icon size={14} aria-hidden />
        {response?.status ?? (sentOf(exchange) === 'no' ? 'not sent' : 'failed')}
      </span>
      <Title order={2} className="mono ellipsis" title={visible(`${request.method} ${request.url}`)}>
        {visible(`${request.method} ${pathOf(request.url)}`)}
      </Title>
      {toggle}
    </div>
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
