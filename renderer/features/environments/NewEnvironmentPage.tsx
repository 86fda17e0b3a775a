import { Title } from '@mantine/core'
import { ConfigureTab } from './ConfigureTab.tsx'

export function NewEnvironmentPage() {
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>New environment</Title>
      </header>
      <div className="work">
        <ConfigureTab environment={null} />
      </div>
    </div>
  )
}
