import { Button } from '@mantine/core'
import type { Action } from '../../../queries/action.ts'
import { useFormScope } from '../form-scope.ts'
import { useReader } from '../use-reader.ts'

/** Reads the key set that stands beside it. */
export function KeysButton({ keys }: { keys: Action<'listKeys'> }) {
  const { form } = useFormScope()
  const withReader = useReader()
  const jwks_uri = form.values.jwks_uri.trim()
  return (
    <Button
      variant="default"
      mt={21}
      style={{ flexShrink: 0 }}
      disabled={jwks_uri === '' || keys.pendingSince !== null}
      onClick={() => withReader((unsaved, tell) => keys.run({ ...unsaved, jwks_uri }, tell))}
    >
      Show keys
    </Button>
  )
}
