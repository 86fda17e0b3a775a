import type { ReactNode } from 'react'
import { ExchangeActions } from './features/exchange/ExchangeActions.tsx'
import { ExchangeHeading } from './features/exchange/ExchangeHeading.tsx'
import { ExchangePanels } from './features/exchange/ExchangePanels.tsx'
import { ExplainFoot } from './features/flow/ExplainFoot.tsx'
import { StepHeading } from './features/flow/StepHeading.tsx'
import { StepExplanation } from './features/flow/StepExplanation.tsx'
import { useStep } from './features/flow/use-step.ts'
import { useExchange } from './queries/exchanges.ts'

/** The selected step of the flow: why it is made, and where a request was, all of that. */
export function StepDetails({ environmentId, toggle }: { environmentId: string; toggle: ReactNode }) {
  const step = useStep(environmentId)
  const loaded = useExchange(step?.row.exchangeId ?? null).data ?? null
  if (step === null) return <div className="drawer-head">{toggle}</div>
  const { row, explanation, exchangeIds } = step
  const exchange = row.exchangeId === null ? null : loaded
  const hasFailed = row.state === 'failed'
  return (
    <>
      {exchange === null || row.state === 'running' ? (
        <StepHeading row={row} title={explanation.title} toggle={toggle} />
      ) : (
        <ExchangeHeading exchange={exchange} toggle={toggle} />
      )}
      <ExchangePanels
        exchange={exchange}
        environmentId={environmentId}
        step={{
          id: row.id,
          hasFailed,
          explanation: <StepExplanation environmentId={environmentId} step={step} />,
          foot: <ExplainFoot explanation={explanation} />,
        }}
        foot={exchange === null ? null : <ExchangeActions exchange={exchange} listed={exchangeIds} of="this run" />}
      />
    </>
  )
}
