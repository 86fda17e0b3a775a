import type { SecretName } from '../../../../electron/contract/secret.ts'
import { useForgetSecret } from '../../../queries/environments.ts'
import { useFormScope } from '../form-scope.ts'

const madeBySandbox: ReadonlySet<SecretName> = new Set(['client_secret', 'private_key', 'client_certificate_key'])
const ofSandbox = 'The sandbox makes its own where one is needed'

/** A secret: what is typed of it, whether one is held, and a way to forget that one. */
export function useSecret(name: SecretName) {
  const { environment, managed, secrets, setSecret, problemAt } = useFormScope()
  const forget = useForgetSecret()
  const made = managed && madeBySandbox.has(name)
  const held = environment?.secrets[name] === 'session'
  return {
    typed: secrets[name] ?? '',
    type: (value: string) => setSecret(name, value),
    /** True when nothing has to be typed. */
    isThere: held || made,
    placeholder: held ? 'Set for this session; type to replace it' : made ? ofSandbox : 'Not set',
    problem: problemAt(name),
    /** Null when there is nothing to forget, or it is made anew for each run. */
    forget: held && !managed ? () => forget.mutate({ environmentId: environment.id, name }) : null,
  }
}
