import type { DatabaseSync } from 'node:sqlite'
import { type Variable, variablesSchema } from '../../../contract/variable.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

export type WorkspaceVariableTable = ReturnType<typeof workspaceVariableTable>

/** The variables of every environment, in the order in which they were typed. */
export function workspaceVariableTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'workspace_variables', ['id'], noticed)
  const select = rows.select('WHERE id = 1')

  return {
    list: (): Variable[] => select().flatMap(({ value }) => readJson(variablesSchema, value) ?? []),
    save: (variables: readonly Variable[]): void => {
      rows.put({ id: 1, value: JSON.stringify(variables) })
    },
  }
}
