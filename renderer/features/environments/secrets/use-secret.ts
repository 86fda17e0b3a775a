import type { SecretName } from '../../../../electron/contract/secret.ts'
import { typedSecrets } from '../../../queries/typed-secrets.ts'
import { useFormScope } from '../form-scope.ts'
import { isTypedHere } from './source-values.ts'

const madeBySandbox: ReadonlySet<SecretName> = new Set(['client_secret', 'private_key', 'client_certificate_key'])
const ofSandbox = 'The sandbox makes its own where one is needed'
const noState = { kind: 'none', setAt: null, replacing: false } as const

/** A secret: where it comes from, what is typed of it, and what is held of it. */
export function useSecret(name: SecretName) {
  const { form, environment, draftKey, managed, typeSecret, keepOld, problemAt } = useFormScope()
  // The sandbox makes its own for each run, so what is typed instead is for that run as well.
  const source = managed ? ({ kind: 'session' } as const) : form.values.secretSources[name]
  const saved = environment?.secretSources[name]?.kind ?? 'stored'
  const state = environment?.secrets[name] ?? noState
  const made = managed && madeBySandbox.has(name)
  const held = state.kind === 'stored' || state.kind === 'session'
  return {
    /** Null until the environment is saved. */
    environmentId: environment?.id ?? null,
    source,
    /** True when the source is one that is saved. */
    sourceIsSaved: managed || (environment !== null && saved === source.kind),
    state,
    /** As it is now, and not as it was when the form was drawn. */
    typed: typedSecrets(draftKey).secrets[name] ?? '',
    type: (value: string) => typeSecret(name, value),
    /** True when the old one is kept until what is typed has obtained a token. */
    keepsOld: keepOld.has(name),
    /** True when it is new for each run. */
    made,
    /** True when nothing has to be typed. */
    isThere: !isTypedHere(source) || held || made,
    placeholder: held
      ? `${state.kind === 'stored' ? 'Stored' : 'Set for this session'}; type to replace it`
      : made
        ? ofSandbox
        : 'Not set',
    problem: problemAt(name),
  }
}
