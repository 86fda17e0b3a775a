import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { environmentQuery, useEnvironments } from '../../../queries/environments.ts'
import { secretVariablesQuery } from '../../../queries/variables.ts'
import type { Applied, Preview } from '../../../state/importing.ts'
import { neededVariables } from './needed-variables.ts'

/** A secret variable to supply, with its place among those of its environment. */
export interface NeededVariableRow {
  key: string
  environment: EnvironmentSummary
  name: string
  index: number
  isSaved: boolean
}

const none: readonly EnvironmentSummary[] = []

/** The secret variables that an import needs or needed, as they are now. */
export function useNeededVariables(
  { added, replaced, extended }: Applied,
  { items }: Preview,
): readonly NeededVariableRow[] {
  const environments = useEnvironments().data ?? none
  const needed = useMemo(
    () => neededVariables(items, new Set([...added, ...replaced, ...extended]), environments),
    [items, added, replaced, extended, environments],
  )
  const whole = useQueries({ queries: needed.map(({ environment: { id } }) => environmentQuery(id)) })
  const known = useQueries({ queries: needed.map(({ environment: { id } }) => secretVariablesQuery(id)) })
  return needed.flatMap(({ environment, names }, at) => {
    const rows = whole[at]?.data?.variables ?? []
    const values = new Set(known[at]?.data)
    return names.flatMap((name) => {
      const index = rows.findIndex((row) => row.name === name && row.secret)
      if (index === -1) return []
      return [{ key: `${environment.id} ${name}`, environment, name, index, isSaved: values.has(name) }]
    })
  })
}
