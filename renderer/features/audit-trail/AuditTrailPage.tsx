import { Box, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** What was done with secrets, environments and tokens, as it was recorded. */
export function AuditTrailPage({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>Audit trail</Title>
      </header>
      <Box className="work">{children}</Box>
    </div>
  )
}
