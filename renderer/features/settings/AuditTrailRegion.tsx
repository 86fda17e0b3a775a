import { Text } from '@mantine/core'
import { hrefOf } from '../../route.ts'
import { Region } from '../../ui/Region.tsx'

/** The way to the audit trail. */
export function AuditTrailRegion() {
  return (
    <Region name="Audit trail">
      <Text size="sm">
        Uses of secrets, token requests, changes and exports are recorded in the{' '}
        <a href={hrefOf({ kind: 'audit' })}>audit trail</a>.
      </Text>
    </Region>
  )
}
