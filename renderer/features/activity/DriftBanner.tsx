import { Button } from '@mantine/core'
import { visible } from '../../../electron/common/visible.ts'
import type { Drift } from '../../../electron/contract/drift.ts'
import { Banner } from '../../ui/Banner.tsx'
import { driftReason, driftTitle } from './drift-text.ts'
import { useExpected } from './use-expected.ts'

/** What changed and was not called expected. */
export function DriftBanner({ drift, now }: { drift: readonly Drift[]; now: number }) {
  const markExpected = useExpected()
  return (
    <Banner
      tone="warn"
      title={driftTitle(drift, now)}
      reason={visible(driftReason(drift))}
      acts={
        <Button variant="default" onClick={() => markExpected(drift)}>
          Mark as expected
        </Button>
      }
    />
  )
}
