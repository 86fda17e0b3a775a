import type { ClientSettings } from '../../../../electron/common/client-settings/client-settings.ts'
import { changeTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { goToFields } from '../first-field.ts'
import { rebase } from '../form-draft.ts'
import { useFormScope } from '../form-scope.ts'
import type { FieldChange } from './field-changes.ts'
import { filledValues } from './filled-values.ts'
import { withoutPasted } from './without-pasted.ts'

/** What was filled in last, with the way back. */
interface Filled {
  settings: ClientSettings
  changes: readonly FieldChange[]
  undo: () => void
}

const kept = createKept<Filled | null>(null)

interface Fill {
  fill: (settings: ClientSettings, changes: readonly FieldChange[]) => void
  filled: Filled | null
  forget: () => void
}

/** Puts settings into the form, and takes them out again: what was typed since stays. */
export function useFill(): Fill {
  const { form, draftKey, sections } = useFormScope()
  const [filled, change] = useKept(kept, draftKey)
  const forget = () => change(() => null)
  return {
    filled,
    forget,
    fill: (settings, changes) => {
      const before = form.getValues()
      const after = filledValues(before, settings)
      const secretsBefore = typedSecrets(draftKey).secrets
      form.setValues(after)
      changeTypedSecrets(draftKey, (typed) => ({ ...typed, secrets: { ...typed.secrets, ...settings.secrets } }))
      const undo = () => {
        form.setValues(rebase(form.getValues(), after, before))
        changeTypedSecrets(draftKey, (typed) => ({
          ...typed,
          secrets: withoutPasted(typed.secrets, settings.secrets, secretsBefore),
        }))
        forget()
      }
      change(() => ({ settings, changes, undo }))
      // Once the dialog is closed and the fields are drawn.
      setTimeout(
        goToFields,
        0,
        changes.map(({ path }) => path),
        sections,
      )
    },
  }
}
