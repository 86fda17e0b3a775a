import { UnstyledButton } from '@mantine/core'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { whyItFollowed } from '../../electron/wording/why-it-followed.ts'
import { useExchangeChain } from '../queries/exchanges.ts'
import { visible } from '../../electron/common/visible.ts'

interface Props {
  /** Id of the exchange that the chain ends with. */
  last: string
  shown: string
  onChoose: (id: string, last: string) => void
}

/** How one request led to the next, hop by hop; nothing when it led nowhere. */
export function Hops({ last, shown, onChoose }: Props) {
  const chain = useExchangeChain(last).data ?? []
  if (chain.length < 2) return null
  return (
    <ol className="hops" aria-label="Requests that led here">
      {chain.map((exchange) => (
        <li key={exchange.id}>
          <UnstyledButton
            className="hop"
            aria-current={exchange.id === shown ? 'true' : undefined}
            onClick={() => onChoose(exchange.id, last)}
          >
            <span className="ellipsis" title={visible(exchange.request.url)}>
              {visible(`${exchange.request.method} ${exchange.request.url}`)}
            </span>
            <span>{resultOf(exchange)}</span>
          </UnstyledButton>
          <small>{whyItFollowed(exchange)}</small>
        </li>
      ))}
    </ol>
  )
}

function resultOf({ response, failure }: Exchange): string {
  return String(response?.status ?? failure?.code ?? '')
}
