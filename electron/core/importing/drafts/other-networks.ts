import type { ImportNote } from '../../../contract/import-note.ts'
import type { DraftCall, DraftClient } from './import-draft.ts'

/** What calls say of their way, such as a proxy, which is one for the whole environment here: that of its client. */
export function otherNetworks(calls: readonly DraftCall[], clients: readonly DraftClient[]): ImportNote[] {
  const known = new Set(clients.flatMap(({ settings }) => Object.entries(settings).map((one) => JSON.stringify(one))))
  return calls.flatMap(({ network, place, name }) =>
    Object.entries(network?.fields ?? {})
      .filter((one) => !known.has(JSON.stringify(one)))
      .map(([field]) => ({
        fact: { code: 'not_used' as const, evidence: { name: field } },
        place,
        call: name.slice(0, 200),
      })),
  )
}
