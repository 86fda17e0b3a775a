import { type ReactNode } from 'react'
import { IconCircleCheckFilled, IconCircleXFilled, IconInfoCircleFilled } from '@tabler/icons-react'
import { useExchange } from '../../../queries/exchanges.ts'
import { statusSentence } from '../../../../electron/wording/http-status.ts'
import { milliseconds } from '../../../../electron/wording/milliseconds.ts'
import { byteCount } from '../../../ui/format.ts'

interface Props {
  exchangeId: string
  status: number
  statusText: string
  /** Which token was used, and what the API says of it. */
  children: ReactNode
}

/** The status of an answer, how long it took and how large it is. */
export function AnswerLine({ exchangeId, status, statusText, children }: Props) {
  const exchange = useExchange(exchangeId).data ?? null
  const { tone, Icon } = lookOf(status)
  return (
    <div className="answer-line" role="status">
      <span className="token-status" data-tone={tone} data-brief>
        <Icon size={14} aria-hidden />
        {status} {statusText}
      </span>
      <span>{statusSentence(status)}</span>
      <span className="dimmed">{children}</span>
      {exchange === null ? null : <span className="dimmed">{milliseconds(exchange.timings.total)}</span>}
      {exchange?.response === null || exchange === null ? null : (
        <span className="dimmed">{byteCount(exchange.response.body.decodedBytes)}</span>
      )}
    </div>
  )
}

function lookOf(status: number) {
  if (status < 300) return { tone: 'good', Icon: IconCircleCheckFilled } as const
  return status < 400
    ? ({ tone: 'none', Icon: IconInfoCircleFilled } as const)
    : ({ tone: 'bad', Icon: IconCircleXFilled } as const)
}
