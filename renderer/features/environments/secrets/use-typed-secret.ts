import type { SecretName } from '../../../../electron/contract/secret.ts'
import { useDraw, useFormScope } from '../form-scope.ts'
import { useSecret } from './use-secret.ts'

/** Everything that an input for a secret needs. It draws itself with each key, and the form once typing pauses. */
export function useTypedSecret(name: SecretName) {
  const { drawing } = useFormScope()
  const secret = useSecret(name)
  const draw = useDraw()
  return {
    secret,
    inputProps: {
      'data-path': name,
      value: secret.typed,
      error: secret.problem,
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        secret.type(currentTarget.value)
        draw()
      },
      onBlur: drawing.settle,
    },
  }
}
