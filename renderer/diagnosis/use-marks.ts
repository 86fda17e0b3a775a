import { use, useEffect } from 'react'
import { pointersOf } from '../../electron/common/evidence-marks.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { markEvidence } from '../state/marked-evidence.ts'
import { ShownEnvironment } from '../ui/shown-environment.ts'

/** What the likeliest cause was seen by is marked in its exchange, until something else is. */
export function useMarks(exchangeId: string | null, cause: Finding | null): void {
  const environmentId = use(ShownEnvironment)?.id ?? ''
  useEffect(() => {
    if (cause !== null && exchangeId !== null) markEvidence(environmentId, exchangeId, pointersOf(cause))
  }, [environmentId, exchangeId, cause])
}
