import type { SecretStates, TypedSecrets } from '../../../../electron/contract/secret.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { count } from '../../../ui/count.ts'
import type { FormValues } from '../form-values.ts'
import { isTypedHere, sourceTitles } from '../secrets/source-values.ts'
import type { FieldChange } from './field-changes.ts'

interface Before {
  typed: TypedSecrets
  states: SecretStates | null
  sources: FormValues['secretSources']
}

/** The secrets that would be typed, by how long they are; none of them is shown. */
export function secretChanges(pasted: TypedSecrets, { typed, states, sources }: Before): FieldChange[] {
  return secretNames.flatMap((name) => {
    const secret = pasted[name]
    if (secret === undefined || secret === typed[name]) return []
    const source = sources[name]
    const state = states?.[name].kind ?? 'none'
    const before = !isTypedHere(source)
      ? sourceTitles[source.kind]
      : typed[name] === undefined
        ? state === 'stored' || state === 'session'
          ? 'Set'
          : ''
        : count(typed[name].length, 'character')
    return [{ path: name, title: secretLabels[name], before, after: count(secret.length, 'character') }]
  })
}
