import { Box, Title } from '@mantine/core'
import { ConfigureTab } from './ConfigureTab.tsx'

export function NewEnvironmentPage() {
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1} size="h3">
          New environment
        </Title>
      </header>
      <Box className="work" maw={900}>
        <ConfigureTab environment={null} />
      </Box>
    </div>
  )
}
