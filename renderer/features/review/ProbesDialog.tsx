import './probes.css'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { CallInput } from '../../../electron/contract/calls.ts'
import type { Review } from '../../../electron/contract/review.ts'
import { requestsText } from '../../../electron/wording/review/probes.ts'
import { Problem } from '../../ui/Problem.tsx'
import { chosenAtFirst, hostsOf, plannedOf } from './chosen-probes.ts'
import { ProbeChoice } from './ProbeChoice.tsx'

interface Props {
  review: Review
  /** Names of probes that are chosen at first; empty for those that were not run. */
  asked: readonly string[]
  onRun: (input: CallInput<'runProbes'>) => void
  onClose: () => void
}

/** Exactly the requests that will be sent; none before the click, and in production before a second one. */
export function ProbesDialog({ review, asked, onRun, onClose }: Props) {
  const { environmentId, environmentName, isProduction, probes } = review
  const [chosen, setChosen] = useState(() => new Set(chosenAtFirst(probes, asked)))
  const [otherAudience, setOtherAudience] = useState('')
  const [isConfirming, setConfirming] = useState(false)
  const requests = plannedOf(probes, chosen)
  const send = () => {
    if (isProduction && !isConfirming) return setConfirming(true)
    return onRun({
      environmentId,
      probes: probes.flatMap(({ probe }) => (chosen.has(probe) ? [probe] : [])),
      announced: requests,
      isProductionConfirmed: isProduction,
      otherAudience: otherAudience.trim(),
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Run probes"
      size={760}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isConfirming ? (
        <Confirm
          name={environmentName}
          text={requestsText(requests)}
          hosts={hostsOf(requests)}
          onBack={() => setConfirming(false)}
          onSend={send}
        />
      ) : (
        <Stack gap={12}>
          <p className="review-hint">
            Only these requests are sent, once. Each probe requests its own token: the token that you use is not sent,
            replaced or revoked.
          </p>
          <ul className="review-choices" aria-label="Probes">
            {probes.map((state) => (
              <ProbeChoice
                key={state.probe}
                state={state}
                isChosen={chosen.has(state.probe)}
                onToggle={() => {
                  const next = new Set(chosen)
                  if (!next.delete(state.probe)) next.add(state.probe)
                  setChosen(next)
                }}
              />
            ))}
          </ul>
          {chosen.has('wrong_audience') ? (
            <TextInput
              label="Other audience"
              description="An audience that the API is not for. Empty: the probe chooses one."
              maxLength={2000}
              value={otherAudience}
              onChange={({ currentTarget }) => setOtherAudience(currentTarget.value)}
            />
          ) : null}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus onClick={onClose}>
              Cancel
            </Button>
            <Button disabled={requests.length === 0} onClick={send}>
              {requests.length === 0 ? 'Send' : `Send ${requestsText(requests)}${isProduction ? '…' : ''}`}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

interface ConfirmProps {
  name: string
  text: string
  hosts: readonly string[]
  onBack: () => void
  onSend: () => void
}

/** The second click, for production. */
function Confirm({ name, text, hosts, onBack, onSend }: ConfirmProps) {
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <Stack gap={12}>
      <Problem tone="bad" word="Warning" title={`${visible(name)} is production`}>
        <p className="text anywhere">
          Send {text} to {visible(hosts.join(' and '))}?
        </p>
      </Problem>
      <Group justify="flex-end" gap={8}>
        <Button ref={back} variant="default" onClick={onBack}>
          Back
        </Button>
        <Button color="red.9" onClick={onSend}>
          Send to production
        </Button>
      </Group>
    </Stack>
  )
}
