import { type ComponentType, type ReactNode, useCallback, useState } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { useLateParts } from '../../../late.ts'
import { useIsUnsaved } from '../../../queries/unsaved.ts'
import { type BeforeSending, BeforeSendingContext, type ToSend } from '../../../ui/before-sending.ts'
import type { AskUnsavedProps } from './AskUnsaved.tsx'

interface Props {
  environment: EnvironmentSummary
  /** The question; null until it is loaded. */
  Ask: ComponentType<AskUnsavedProps> | null
  children: ReactNode
}

/** Within it, requests ask first when Configure holds something that is not saved. */
export function UnsavedGuard({ environment, Ask, children }: Props) {
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
      {Ask === null ? null : <Ask environment={environment} asked={asked} onClose={() => setAsked(null)} />}
      {Ask === null && asked !== null ? <Loading /> : null}
    </BeforeSendingContext>
  )
}

/** Until the question is there; when it cannot be loaded, that is shown in place of the page. */
function Loading() {
  useLateParts()
  return null
}
