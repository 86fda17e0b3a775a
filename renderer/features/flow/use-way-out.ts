import { useCallback } from 'react'
import type { WayOut } from '../../../electron/picture/picture.ts'
import { goToConfigure } from '../../go-to-configure.ts'
import { navigate } from '../../route.ts'
import { intend } from '../../state/intents.ts'

/** Leads to where what is missing is filled in: a field of Configure, or a new API call. */
export function useWayOut(environmentId: string): (wayOut: WayOut) => void {
  return useCallback(
    (wayOut) => {
      if (wayOut.kind === 'field') return goToConfigure(environmentId, [wayOut.field])
      return addCall(environmentId)
    },
    [environmentId],
  )
}

export function addCall(environmentId: string): void {
  navigate({ kind: 'environment', id: environmentId, tab: 'api-calls' })
  intend(environmentId, 'new_call')
}
