import { useId } from 'react'
import { useEnvironments } from '../../../queries/environments.ts'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'

/** The folder of the sidebar; a name that no other environment has makes a new one. Built-in ones have none. */
export function FolderField() {
  const { environment } = useFormScope()
  const environments = useEnvironments().data ?? []
  const id = useId()
  if (environment?.builtIn === true) return null
  const folders = [...new Set(environments.map(({ folder }) => folder))].filter(Boolean)
  return (
    <div>
      <TextField path="folder" label="Folder" placeholder="None" maw={340} list={id} autoComplete="off" />
      <datalist id={id}>
        {folders.map((folder) => (
          <option key={folder}>{folder}</option>
        ))}
      </datalist>
    </div>
  )
}
