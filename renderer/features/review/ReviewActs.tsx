import { ReviewExport } from './ReviewExport.tsx'
import { RunProbes } from './RunProbes.tsx'

/** What the review has in the header, in the place of the request. */
export function ReviewActs({ environmentId, disabled }: { environmentId: string; disabled: boolean }) {
  return (
    <>
      <ReviewExport environmentId={environmentId} />
      <RunProbes environmentId={environmentId} disabled={disabled} />
    </>
  )
}
