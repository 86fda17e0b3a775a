import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { FlowActName, FlowRun } from '../../../electron/contract/flow.ts'
import type { Panel } from '../../../electron/picture/picture.ts'
import { fieldLabel } from '../../../electron/wording/field-labels.ts'
import { OfEnvironment } from '../../diagnosis/ApplyChange.tsx'
import { CopyQuestion } from '../../diagnosis/CopyQuestion.tsx'
import { GoToField } from '../../ui/GoToField.tsx'
import { ShowCertificate } from '../../ui/ShowCertificate.tsx'

interface Props {
  panel: Extract<Panel, { kind: 'over' }>
  run: FlowRun
  environment: Environment
  onRun: (from: FlowActName | null) => void
}

/** What helps after a run: the first is the act that settles it, where it failed. */
export function OverActs({ panel: { tone, fields, change, failure }, run, environment, onRun }: Props) {
  const stopped = run.acts.find(({ state }) => state === 'failed' || state === 'cancelled' || state === 'interrupted')
  if (stopped === undefined) return null
  const { name, result, exchanges } = stopped
  const exchange = exchanges.at(-1)
  const isFailure = tone === 'err'
  const runAgain = () => onRun(null)
  const leads = fields.some((field) => fieldLabel(field) !== null)
  const otherwise = leads ? (
    <GoToField fields={fields} look="primary" />
  ) : (
    <Button variant="filled" onClick={runAgain}>
      Run again
    </Button>
  )
  return (
    <>
      {!isFailure ? null : change === null ? (
        otherwise
      ) : (
        <OfEnvironment
          environment={environment}
          change={change}
          retry={runAgain}
          isPrimary
          isBrief
          otherwise={otherwise}
        />
      )}
      {result?.kind === 'unreachable' && exchange !== undefined ? (
        <ShowCertificate code={result.failure.code} exchangeId={exchange.id} />
      ) : null}
      {isFailure && failure !== null && failure.exchangeId !== null ? (
        <CopyQuestion failed={{ ...failure, exchangeId: failure.exchangeId }} />
      ) : null}
      {name === 'token' ? null : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
          title="Keeps the current token and begins with the step that stopped"
          onClick={() => onRun(name)}
        >
          Run from where it stopped
        </Button>
      )}
    </>
  )
}
