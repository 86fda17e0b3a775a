import { Button } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '../../queries/action.ts'
import { useReview } from '../../queries/review.ts'
import { useIntent } from '../../state/intents.ts'
import { count } from '../../ui/count.ts'
import { toastDone, toastFailed } from '../../ui/toast.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { runProbesText } from './chosen-probes.ts'
import { ProbesDialog } from './ProbesDialog.tsx'

const options = {}

/** Leads to the requests that show what settings and recorded answers do not; while they are sent, cancels them. */
export function RunProbes({ environmentId, disabled }: { environmentId: string; disabled: boolean }) {
  const review = useReview(environmentId).data ?? null
  const { pendingSince, progress, run, cancel } = useAction('runProbes', environmentId, options)
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const beforeSending = useBeforeSending()
  const client = useQueryClient()
  const ask = (probes: readonly string[]) => {
    if (!disabled && review !== null) beforeSending({ verb: 'probe', act: () => setAsked(probes) })
  }
  useIntent(review === null ? null : environmentId, 'run_probes', ask)
  usePageHotkeys([['mod+Enter', () => ask([])]])
  if (pendingSince !== null) {
    return <Waiting since={pendingSince} what="Running probes" progress={progress} onCancel={cancel} />
  }
  return (
    <>
      <Button
        flex="none"
        disabled={disabled || review === null}
        title="Ctrl/Cmd + Enter"
        leftSection={<IconFlask size={16} stroke={1.6} aria-hidden />}
        onClick={() => ask([])}
      >
        {review === null ? 'Run probes…' : runProbesText(review.probes)}
      </Button>
      {asked === null || review === null ? null : (
        <ProbesDialog
          review={review}
          asked={asked}
          onRun={(input) => {
            setAsked(null)
            run(input, (outcome) => {
              void client.invalidateQueries({ queryKey: ['review'] })
              if (outcome.kind !== 'done') return
              if (outcome.sent > 0) toastDone(`Sent ${count(outcome.sent, 'request')}.`)
              else toastFailed('No request left', 'What kept it is in the history.')
            })
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
