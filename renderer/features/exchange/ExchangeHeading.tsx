import { Title } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { sentOf } from '../../../electron/wording/sent.ts'
import { pathOf } from '../../../electron/common/path-of.ts'

/** How an exchange ended, and of what request it is. */
export function ExchangeHeading({ exchange, toggle }: { exchange: Exchange; toggle: ReactNode }) {
  const { request, response } = exchange
  const isGood = response !== null && response.status < 400
  const isCancelled = exchange.failure?.code === 'cancelled'
  const Icon = isGood ? IconCircleCheckFilled : isCancelled ? IconCircleDashed : IconCircleXFilled
  return (
    <div className="drawer-head">
      <span className="token-status" data-tone={isGood ? 'good' : isCancelled ? 'none' : 'bad'} data-brief>
        <Icon size={14} aria-hidden />
        {response?.status ?? (isCancelled ? 'cancelled' : sentOf(exchange) === 'no' ? 'not sent' : 'failed')}
      </span>
      <Title order={2} className="mono ellipsis" title={visible(`${request.method} ${request.url}`)}>
        {visible(`${request.method} ${pathOf(request.url)}`)}
      </Title>
      {toggle}
    </div>
  )
}
