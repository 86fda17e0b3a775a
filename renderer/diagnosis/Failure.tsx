import type { ComponentProps } from 'react'
import { FailureBanner } from './FailureBanner.tsx'
import { FailureDetails } from './FailureDetails.tsx'

const none: readonly [] = []

/** A failure as a whole: the banner, and what belongs to it below. */
export function Failure(props: ComponentProps<typeof FailureBanner>) {
  const { failed, retry } = props
  return (
    <>
      <FailureBanner {...props} />
      <FailureDetails
        findings={failed.findings}
        checked={failed.checked ?? none}
        exchangeId={failed.exchangeId}
        retry={retry}
      />
    </>
  )
}
