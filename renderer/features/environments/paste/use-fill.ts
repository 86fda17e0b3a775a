import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { ClientSettings } from '../../../../electron/common/client-settings/client-settings.ts'
import { settingsFormats } from '../../../../electron/wording/client-settings.ts'
import { changeTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { goToFields } from '../first-field.ts'
import { rebase } from '../form-draft.ts'
import { useFormScope } from '../form-scope.ts'
import type { FieldChange } from './field-changes.ts'
import { filledValues } from './filled-values.ts'
import { withoutPasted } from './without-pasted.ts'

/** Puts settings into the form, and offers to take them out again: what was typed since stays. */
export function useFill(): (settings: ClientSettings, changes: readonly FieldChange[]) => void {
  const { form, draftKey, sections } = useFormScope()
  const notice = `filled-${draftKey}`
  useEffect(
    () => () => {
      notifications.hide(notice)
    },
    [notice],
  )
  return (settings, changes) => {
    const before = form.getValues()
    const filled = filledValues(before, settings)
    const secretsBefore = typedSecrets(draftKey).secrets
    form.setValues(filled)
    changeTypedSecrets(draftKey, (typed) => ({ ...typed, secrets: { ...typed.secrets, ...settings.secrets } }))
    showUndo(notice, `Filled ${fieldCount(changes)} from ${settingsFormats[settings.format]}.`, () => {
      form.setValues(rebase(form.getValues(), filled, before))
      changeTypedSecrets(draftKey, (typed) => ({
        ...typed,
        secrets: withoutPasted(typed.secrets, settings.secrets, secretsBefore),
      }))
    })
    // Once the dialog is closed and the fields are drawn.
    setTimeout(
      goToFields,
      0,
      changes.map(({ path }) => path),
      sections,
    )
  }
}

export const fieldCount = ({ length }: readonly FieldChange[]): string =>
  length === 1 ? '1 field' : `${length} fields`
