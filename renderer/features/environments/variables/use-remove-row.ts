import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { typedSecrets } from '../../../queries/typed-secrets.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { useFormScope } from '../form-scope.ts'
import { typedValue, withoutRow, withRoomAt, withValue } from './typed-values.ts'

/** Removes a row, with a way back while the form is there. */
export function useRemoveRow(): (index: number) => void {
  const { form, draftKey, typeVariables } = useFormScope()
  const shown = useRef(new Set<string>())
  useEffect(() => {
    const notices = shown.current
    return () => {
      for (const id of notices) notifications.hide(id)
    }
  }, [])
  return (index) => {
    const row = form.getValues().variables[index]
    if (row === undefined) return
    const name = row.name.trim()
    const value = typedValue(typedSecrets(draftKey).variables, index, name)
    typeVariables((now) => withoutRow(now, index))
    form.removeListItem('variables', index)
    if (row.name === '' && row.value === '' && value === '') return
    const id = `removed-variable-${crypto.randomUUID()}`
    shown.current.add(id)
    showUndo(id, name === '' ? 'Removed a variable.' : `Removed the variable ${name}.`, () => {
      const at = Math.min(index, form.getValues().variables.length)
      typeVariables((now) => withValue(withRoomAt(now, at), { index: at, name, value }))
      form.insertListItem('variables', row, at)
    })
  }
}
