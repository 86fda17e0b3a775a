import { type ReactNode, useCallback, useState } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { useIsUnsaved } from '../../../queries/unsaved.ts'
import { type BeforeSending, BeforeSendingContext, type ToSend } from '../../../ui/before-sending.ts'
import { AskUnsaved } from './AskUnsaved.tsx'

/** Within it, requests ask first when Configure holds something that is not saved. */
export function UnsavedGuard({ environment, children }: { environment: EnvironmentSummary; children: ReactNode }) {
  const isUnsaved = useIsUnsaved(environment.id)
  const [asked, setAsked] = useState<ToSend | null>(null)
  const beforeSending = useCallback<BeforeSending>(
    (toSend) => {
      if (isUnsaved) setAsked(toSend)
      else toSend.act()
    },
    [isUnsaved],
  )
  return (
    <BeforeSendingContext value={beforeSending}>
      {children}
      <AskUnsaved environment={environment} asked={asked} onClose={() => setAsked(null)} />
    </BeforeSendingContext>
  )
}
