import type { Action } from '../../../queries/action.ts'
import { useFormScope } from '../form-scope.ts'
import { useReader } from '../use-reader.ts'

/** Reads the key set whose URL is in the form. */
export function useReadKeys(keys: Action<'listKeys'>): () => void {
  const { form } = useFormScope()
  const withReader = useReader()
  return () =>
    withReader((unsaved, onOutcome) => keys.run({ ...unsaved, jwks_uri: form.getValues().jwks_uri.trim() }, onOutcome))
}
