import { Button } from '@mantine/core'

/** Forgets the secret of the field that it stands in; null when there is nothing to forget. */
export function ForgetSecret({ forget }: { forget: (() => void) | null }) {
  return forget === null ? null : (
    <Button variant="transparent" size="compact-xs" px={0} h="auto" onClick={forget}>
      Forget it
    </Button>
  )
}
