import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

type States = CallOutput<'listSecretStates'>

/** Whether a secret is missing without which the client of this environment cannot authenticate. Nothing is asked before `isWanted`. */
export function useLacksSecret(environmentId: string, isWanted: boolean): boolean {
  const { data = false } = useQuery({
    queryKey: ['secretStates', 'missing', environmentId],
    queryFn: async () => lacking(await askTogether(environmentId)).has(environmentId),
    enabled: isWanted,
  })
  return data
}

/** Of these environments, those of which one is missing. Null asks for none. */
export function useLackingSecrets(environmentIds: readonly string[] | null): ReadonlySet<string> {
  const { data = none } = useQuery({
    queryKey: ['secretStates', 'lacking', environmentIds],
    queryFn: async () => lacking(await call('listSecretStates', { environmentIds: [...(environmentIds ?? [])] })),
    enabled: environmentIds !== null,
    gcTime: 0,
  })
  return data
}

const none: ReadonlySet<string> = new Set()

const lacking = (states: States): ReadonlySet<string> =>
  new Set(states.flatMap(({ id, missing }) => (missing.length > 0 ? [id] : [])))

let asked: { ids: Set<string>; answer: Promise<States> } | null = null

/** Rows that come into sight together are one call. */
function askTogether(environmentId: string): Promise<States> {
  if (asked === null) {
    const ids = new Set<string>()
    asked = { ids, answer: Promise.resolve().then(() => ask(ids)) }
  }
  asked.ids.add(environmentId)
  return asked.answer
}

function ask(ids: ReadonlySet<string>): Promise<States> {
  asked = null
  return call('listSecretStates', { environmentIds: [...ids] })
}
