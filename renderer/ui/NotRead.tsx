import { Button } from '@mantine/core'
import { CallFailed } from './Problem.tsx'

interface Props {
  error: Error
  onTryAgain: () => void
}

/** In the place of what a tab would show: why it could not be read, and another try. */
export function NotRead({ error, onTryAgain }: Props) {
  return (
    <div className="top">
      <CallFailed error={error} />
      <Button variant="default" mt={12} onClick={onTryAgain}>
        Try again
      </Button>
    </div>
  )
}
