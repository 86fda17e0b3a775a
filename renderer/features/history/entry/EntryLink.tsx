import type { ReactNode } from 'react'
import { hrefOf } from '../../../route.ts'
import { usePlace } from '../use-place.ts'
import { queryOf } from '../history-place.ts'

/** Leads to another exchange of the history; what is searched for stays. */
export function EntryLink({ id, children }: { id: string; children: ReactNode }) {
  const { place } = usePlace()
  return <a href={hrefOf({ kind: 'history', id, query: queryOf({ ...place, against: '' }) })}>{children}</a>
}
