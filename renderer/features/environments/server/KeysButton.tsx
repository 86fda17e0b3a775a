import { Button } from '@mantine/core'
import { useAction } from '../../../queries/action.ts'
import { useFormScope } from '../form-scope.ts'
import { useReader } from '../use-reader.ts'

/** Reads the key set that stands beside it. */
export function KeysButton() {
  const { form, environment } = useFormScope()
  const keys = useAction('listKeys', environment?.id ?? 'new')
  const withReader = useReader()
  const jwks_uri = form.values.jwks_uri.trim()
  return (
    <Button
      variant="default"
      mt={21}
      style={{ flexShrink: 0 }}
      disabled={jwks_uri === '' || keys.pendingSince !== null}
      onClick={() => withReader((unsaved) => keys.run({ ...unsaved, jwks_uri }))}
    >
      Show keys
    </Button>
  )
}
