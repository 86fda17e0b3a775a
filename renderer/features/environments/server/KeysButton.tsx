import { Button } from '@mantine/core'
import { useFormScope } from '../form-scope.ts'

/** Reads the key set whose URL is beside it. */
export function KeysButton({ isPending, onRead }: { isPending: boolean; onRead: () => void }) {
  const { form } = useFormScope()
  return (
    <Button
      variant="transparent"
      size="compact-xs"
      px={0}
      className="act"
      disabled={form.values.jwks_uri.trim() === '' || isPending}
      onClick={onRead}
    >
      Show keys
    </Button>
  )
}
