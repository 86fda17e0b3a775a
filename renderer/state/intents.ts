import { useEffect, useSyncExternalStore } from 'react'

/** Something to be done at a place that is not shown yet: its screen does it once it is there. */
export type Intent =
  | 'run_flow'
  | 'request'
  | 'verify'
  | 'introspect'
  | 'show_fields'
  | 'set_variables'
  | 'new_call'
  | 'fill'
  /** Of an API call, whose subject takes the place of the environment. */
  | 'send'
  | 'test_connection'
  | 'show_exchange'
  | 'open_drawer'
  /** The same where it is closed; the focus stays where it is open. */
  | 'show_drawer'
  /** The drawer opens. */
  | 'show_certificate'
  | 'watch'
  /** `about` are the probes that are chosen. */
  | 'run_probes'
  /** Of the settings, whose name takes the place of the environment; `about` is the name of a region. */
  | 'show_region'
  /** Of an exchange, whose id takes the place of the environment: once the drawer shows it. */
  | 'offer_certificate'
  /** Of an exchange, as that. */
  | 'show_tab'

interface Pending {
  environmentId: string
  intent: Intent
  /** What it is about: the paths of fields of Configure, names of variables, or the id of an exchange. */
  about: readonly string[]
  /** In milliseconds since 1970. */
  since: number
}

/** Milliseconds after which a place that did not appear is not waited for. */
const patience = 10_000

let pending: Pending | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A later one takes the place of one that was not carried out. */
export function intend(environmentId: string, intent: Intent, about: readonly string[] = []): void {
  pending = { environmentId, intent, about, since: Date.now() }
  for (const listener of listeners) listener()
}

/** Carries it out, once, on the screen that can; null while it cannot yet. */
export function useIntent(
  environmentId: string | null,
  intent: Intent,
  carryOut: (about: readonly string[]) => void,
): void {
  const now = useSyncExternalStore(subscribe, () => pending)
  useEffect(() => {
    if (now === null || now !== pending || now.environmentId !== environmentId || now.intent !== intent) return
    pending = null
    if (Date.now() - now.since < patience) carryOut(now.about)
  }, [now, environmentId, intent, carryOut])
}
