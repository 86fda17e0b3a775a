import './variables.css'
import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { visible } from '../../../../electron/common/visible.ts'
import { mostVariables } from '../../../../electron/vocabulary/variable-rules.ts'
import { useWorkspaceVariables } from '../../../queries/variables.ts'
import { hrefOf } from '../../../route.ts'
import { useFormScope } from '../form-scope.ts'
import { DeletedOnSaving } from './DeletedOnSaving.tsx'
import { useRemoveRow } from './use-remove-row.ts'
import { VariableRow } from './VariableRow.tsx'

/** What calls may name as `{{name}}`: those of this environment, and which there are besides. */
export function VariablesSection() {
  const { environment, form, problemAt } = useFormScope()
  const rows = form.values.variables
  const problem = problemAt('variables')
  const remove = useRemoveRow()
  return (
    <Stack gap={8}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No variables. Add base_url with the value https://api.example, and a call can use {'{{base_url}}/orders'} as
          its URL. Variables also work in the query, headers and body.
        </Text>
      ) : null}
      {rows.map((_, index) => (
        <VariableRow key={index} index={index} onRemove={remove} />
      ))}
      <Button
        variant="default"
        size="compact-xs"
        w="fit-content"
        disabled={rows.length >= mostVariables}
        leftSection={<IconPlus size={12} />}
        onClick={() => form.insertListItem('variables', { name: '', value: '', secret: false })}
      >
        Add variable
      </Button>
      {problem === null ? null : (
        <Text size="xs" c="var(--err)" role="alert">
          {problem}
        </Text>
      )}
      {environment === null ? null : <DeletedOnSaving environmentId={environment.id} rows={rows} />}
      <InAllEnvironments own={rows.map(({ name }) => name.trim())} />
    </Stack>
  )
}

function InAllEnvironments({ own }: { own: readonly string[] }) {
  const variables = useWorkspaceVariables().data ?? []
  return (
    <Stack gap={4} mt={12}>
      <Text size="sm" fw={600}>
        In all environments
      </Text>
      {variables.length === 0 ? null : (
        <table className="facts variables-of-workspace" aria-label="Variables in all environments">
          <tbody>
            {variables.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {visible(value)}
                  {own.includes(name) ? <span className="overridden"> · replaced by this environment</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Text size="xs" c="dimmed">
        Variables of the same name in this environment replace these.{' '}
        <a href={hrefOf({ kind: 'settings' })}>Edit in Settings</a>
      </Text>
    </Stack>
  )
}
