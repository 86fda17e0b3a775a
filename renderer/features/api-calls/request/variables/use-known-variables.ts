import { useMemo } from 'react'
import type { KnownVariables } from '../../../../../electron/common/variables/resolved-preview.ts'
import { useEnvironment } from '../../../../queries/environments.ts'

/** What the window knows of the variables that a call of this environment may name. */
export function useKnownVariables(environmentId: string): KnownVariables | null {
  const variables = useEnvironment(environmentId).data?.variables ?? null
  return useMemo(
    () =>
      variables === null
        ? null
        : {
            environment: variables,
            workspace: [],
            secretNames: variables.filter(({ secret }) => secret).map(({ name }) => name),
          },
    [variables],
  )
}
