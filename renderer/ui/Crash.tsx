import { Alert, Button, Code, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'

interface State {
  error: Error | null
}

/** Shows what went wrong instead of an empty window; drafts are with main, so a reload loses nothing. */
export class Crash extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Stack p="lg" maw={700} role="alert">
        <Alert color="red" title="This screen stopped working">
          That is a fault of the app. What you typed is kept.
        </Alert>
        <Code block>{error.message}</Code>
        <Button w="fit-content" onClick={() => window.location.reload()}>
          Reload the window
        </Button>
      </Stack>
    )
  }
}
