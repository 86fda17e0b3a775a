import { setImmediate as pause } from 'node:timers/promises'
import { oneAfterAnother } from '../one-after-another.ts'
import type { Ports } from '../ports.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import { recordEvent } from './record.ts'
import { auditKeyName, auditKeysOf, newAuditKey } from './audit-keys.ts'

type Deps = Pick<Ports, 'newId' | 'now'> & {
  workspace: Pick<Ports['workspace'], 'audit' | 'sealed'>
  secretStore: Pick<SecretStore, 'getValue' | 'replaceValue' | 'storage'>
}

/** Whether the audit key is at hand: `none` where secret storage is not set up, `locked` where it cannot be opened now. */
export type AuditKeyState = 'open' | 'none' | 'locked'

/** Entries that are sealed between two breaths: about 5 ms. */
const atOnce = 100

/**
 * Gives what has the audit key opened, or made where secrets can be stored and there is none, and what waits for it sealed. It is
 * not asked for at the start: opening it may need the keyring.
 */
export function keepSealed(deps: Deps): () => Promise<AuditKeyState> {
  const inTurn = oneAfterAnother()
  return () =>
    inTurn(async () => {
      const state = await openKey(deps)
      if (state === 'open') await sealWaiting(deps)
      return state
    })
}

async function openKey(deps: Deps): Promise<AuditKeyState> {
  const { audit, sealed } = deps.workspace
  if (audit.current() !== null) return 'open'
  const { kind } = await deps.secretStore.storage()
  if (kind === 'new' || kind === 'unavailable') return 'none'
  if (kind !== 'ready') return 'locked'
  // Twice: after another process, or after it was made.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const of = sealed.get(auditKeyName)
    const opened = of === null ? null : await deps.secretStore.getValue(auditKeyName)
    const keys = opened?.ok === true ? auditKeysOf(opened.value) : null
    if (of !== null && keys !== null) {
      audit.open(keys, of)
      if (audit.current() !== null) return 'open'
    } else if (opened === null || opened.ok || opened.reason.code === 'value_damaged') {
      await makeKey(deps, of)
    }
  }
  return 'locked'
}

/** One that is damaged is lost: the chain begins again, and says so. */
async function makeKey(deps: Deps, of: Uint8Array | null): Promise<void> {
  const text = newAuditKey()
  const keys = auditKeysOf(text)
  if (keys === null) return
  await deps.secretStore.replaceValue(auditKeyName, text, of, () => {
    const { found, isAgain } = deps.workspace.audit.begin(keys)
    if (found > 0)
      recordEvent(deps, 'trail_begun', null, { entries: String(found), key: isAgain ? 'another' : 'first' })
  })
}

async function sealWaiting(deps: Deps): Promise<void> {
  const { audit } = deps.workspace
  const found: number[] = []
  for (;;) {
    const next = audit.sealNext(atOnce)
    found.push(...next.found)
    if (next.sealed < atOnce) break
    await pause()
  }
  const [from] = found
  const to = found.at(-1)
  if (from !== undefined)
    recordEvent(deps, 'trail_sealed', null, { entries: String(found.length), from: String(from), to: String(to) })
}
