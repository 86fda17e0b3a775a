import './assertion-results.css'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled, IconClock } from '@tabler/icons-react'
import { Fragment } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { Assertion, AssertionResult } from '../../../../electron/contract/assertion.ts'
import {
  assertionPieces,
  assertionReasonPieces,
  assertionSummary,
  notAsserted,
  type Piece,
} from '../../../../electron/wording/assertions.ts'
import { milliseconds } from '../../../../electron/wording/milliseconds.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { goToAnswer } from './go-to-answer.ts'
import { useLinesOfAnswer } from './use-line-of-answer.ts'

const looks = {
  passed: { Icon: IconCircleCheckFilled, word: 'Passed', tone: 'good' },
  failed: { Icon: IconCircleXFilled, word: 'Failed', tone: 'bad' },
  not_checked: { Icon: IconCircleDashed, word: 'Not checked', tone: 'none' },
} as const

interface Props {
  exchangeId: string
  assertions: readonly Assertion[]
  results: readonly AssertionResult[]
}

/** How the assertions of a call came out, beside its answer; the time that it took is shown and never asserted. */
export function AssertionResults({ exchangeId, assertions, results }: Props) {
  const exchange = useExchange(exchangeId).data ?? null
  const lineOf = useLinesOfAnswer(exchangeId)
  const worst = results.find(({ state }) => state === 'failed') ?? results.find(({ state }) => state === 'not_checked')
  const { Icon, tone } = looks[worst?.state ?? 'passed']
  return (
    <section className="assertion-results" aria-label="Assertions">
      <h3>
        Assertions
        <span className="token-status" data-tone={tone} data-brief>
          <Icon size={14} aria-hidden />
          {assertionSummary(results)}
        </span>
      </h3>
      <ul>
        {assertions.map((assertion, index) => {
          const result = results[index]
          if (result === undefined) return null
          const pointer = result.state === 'passed' ? placeOf(assertion) : result.pointer
          return <Row key={index} assertion={assertion} result={result} pointer={pointer} line={lineOf(pointer)} />
        })}
        {exchange === null ? null : (
          <li className="dimmed">
            <IconClock size={14} aria-hidden />
            <span>{notAsserted(milliseconds(exchange.timings.total))}</span>
          </li>
        )}
      </ul>
    </section>
  )
}

const placeOf = (assertion: Assertion): string | null =>
  assertion.kind === 'json' || assertion.kind === 'schema' ? assertion.pointer : null

interface RowProps {
  assertion: Assertion
  result: AssertionResult
  pointer: string | null
  line: number | null
}

/** One assertion; with a place in the answer it leads there. */
function Row({ assertion, result, pointer, line }: RowProps) {
  const { Icon, word, tone } = looks[result.state]
  const text = (
    <span>
      <Pieces of={assertionPieces(assertion)} />
      {result.state === 'passed' ? null : (
        <span className="assertion-reason">
          <Pieces of={assertionReasonPieces(result, line)} />
        </span>
      )}
    </span>
  )
  return (
    <li>
      <span role="img" aria-label={word} className="token-status" data-tone={tone} data-brief>
        <Icon size={14} aria-hidden />
      </span>
      {pointer === null || line === null ? (
        text
      ) : (
        <button type="button" title={`Go to line ${line}`} onClick={() => goToAnswer(pointer)}>
          {text}
        </button>
      )}
    </li>
  )
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ text, code }, index) =>
    code ? <code key={index}>{visible(text)}</code> : <Fragment key={index}>{visible(text)}</Fragment>,
  )
}
