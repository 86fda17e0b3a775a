import { useSlowPendingSince } from '../../../state/runs.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { useFormScope } from '../form-scope.ts'
import { DiscoveryAnswer } from './DiscoveryAnswer.tsx'
import { useDiscovery } from './use-discovery.ts'

/** What came of the last question for metadata, at the top of the form. */
export function DiscoveryRegion() {
  const { draftKey } = useFormScope()
  const { ask, outcome, error, progress, cancel } = useDiscovery()
  const slowSince = useSlowPendingSince('discover', draftKey)
  if (slowSince === null && outcome === null && error === null) return null
  return (
    <section aria-label="Metadata" className="discovery">
      {slowSince === null ? null : (
        <Waiting since={slowSince} what="Reading metadata" progress={progress} onCancel={cancel} />
      )}
      {slowSince !== null || error === null ? null : <CallFailed error={error} />}
      {slowSince !== null || outcome === null ? null : <DiscoveryAnswer outcome={outcome} onAgain={ask} />}
    </section>
  )
}
