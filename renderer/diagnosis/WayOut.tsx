import { Button } from '@mantine/core'
import { isMendedByNewToken } from '../../electron/catalogue/mended-by-new-token.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { fieldsOfFinding } from '../../electron/wording/fields-at-fault.ts'
import { GoToField } from '../ui/GoToField.tsx'
import { ApplyChange } from './ApplyChange.tsx'

/** What can be done again after a cause was removed. */
export interface Retry {
  /** Makes the same request once more. */
  again: () => void
  /** Requests a token first; null where that makes no difference. */
  withNewToken: (() => void) | null
}

interface Props {
  finding: Finding
  retry: Retry | null
  isPrimary: boolean
}

/** What removes a cause: one change and a retry, a new token, or the way to the field. */
export function WayOut({ finding, retry, isPrimary }: Props) {
  const fields = fieldsOfFinding(finding)
  // A cause that no setting mends leads nowhere.
  const field = fields.length === 0 ? null : <GoToField fields={fields} look={isPrimary ? 'primary' : 'link'} />
  const newToken = retry?.withNewToken ?? null
  if (newToken !== null && isMendedByNewToken(finding)) {
    return (
      <Button variant={isPrimary ? 'filled' : 'default'} onClick={newToken}>
        Request a new token and retry once
      </Button>
    )
  }
  if (finding.change === undefined || retry === null) return field
  const again = newToken ?? retry.again
  return <ApplyChange change={finding.change} retry={again} isPrimary={isPrimary} otherwise={field} />
}
