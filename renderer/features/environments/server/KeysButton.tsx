import { Button } from '@mantine/core'
import type { Action } from '../../../queries/action.ts'
import { useFormScope } from '../form-scope.ts'
import { useReader } from '../use-reader.ts'

/** Reads the key set whose URL is beside it. */
export function KeysButton({ keys }: { keys: Action<'listKeys'> }) {
  const { form } = useFormScope()
  const withReader = useReader()
  const read = () =>
    withReader((unsaved, onOutcome) => keys.run({ ...unsaved, jwks_uri: form.getValues().jwks_uri.trim() }, onOutcome))
  return (
    <Button
      variant="transparent"
      size="compact-xs"
      px={0}
      className="act"
      disabled={form.values.jwks_uri.trim() === '' || keys.pendingSince !== null}
      onClick={read}
    >
      Show keys
    </Button>
  )
}
