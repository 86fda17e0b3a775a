import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { EnvironmentSummary } from '../../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import type { SendAgain } from '../../../../../electron/contract/send-again.ts'
import { usePlanSendAgain } from '../../../../queries/send-again.ts'
import { toastFailed } from '../../../../ui/toast.ts'
import { SendAgainDialog } from './SendAgainDialog.tsx'

/** Says where a request would be sent again, and leads there. Nothing is sent before a person has seen what. */
export function SendAgainButton({
  entry,
  environment,
}: {
  entry: HistoryEntry
  environment: EnvironmentSummary | null
}) {
  const [plan, setPlan] = useState<SendAgain | null>(null)
  const asked = usePlanSendAgain()
  const ask = () =>
    asked.mutate(entry.exchange.id, {
      onSuccess: (found) =>
        found === null ? toastFailed('Not sent again', 'This exchange is no longer recorded.') : setPlan(found),
      onError: ({ message }) => toastFailed('Not sent again', message),
    })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
        disabled={asked.isPending}
        onClick={ask}
      >
        Send again…
      </Button>
      {plan === null ? null : (
        <SendAgainDialog plan={plan} entry={entry} environment={environment} onClose={() => setPlan(null)} />
      )}
    </>
  )
}
