import { Buffer } from 'node:buffer'
import { setImmediate as pause } from 'node:timers/promises'
import { utc } from '../../common/utc.ts'
import type { AuditVerification } from '../../contract/audit.ts'
import type { Api } from '../../contract/calls.ts'
import { startOf, lineOf } from '../audit/export-trail.ts'
import { entryFinder, matchingEntries } from '../audit/find-entries.ts'
import { recordDone } from '../audit/record.ts'
import { type Verified, verifyTrail } from '../audit/verify.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'

/** The audit trail: looking through it, verifying it, and taking it along. */
export function auditCalls(
  core: CoreContext,
): Pick<Api<CallContext>, 'listAuditEntries' | 'verifyAudit' | 'exportAudit'> {
  const { audit } = core.workspace
  const find = entryFinder(audit)

  async function verify(): Promise<AuditVerification> {
    const begun = core.uptime()
    const state = await core.keepAuditSealed()
    const entries = audit.count()
    const verified = state === 'open' ? await verifyCurrent() : null
    if (verified === null) return { kind: state === 'none' ? 'not_sealed' : 'locked', entries }
    if (verified.break !== null) return { kind: 'broken', entries, break: verified.break }
    const { from, unsealed, asFound } = verified
    return { kind: 'intact', entries, from, unsealed, asFound, ms: core.uptime() - begun }
  }

  /** Once more when the trail was shortened meanwhile. Null without the key. */
  async function verifyCurrent(): Promise<Verified | null> {
    for (;;) {
      const current = audit.current()
      if (current === null) return null
      const { first } = audit.bounds()
      const verified = await verifyTrail({
        ...current,
        lostHead: audit.lostHead(),
        rows: audit.rows,
        outside: audit.outside,
        pause,
      })
      if (verified.break === null || audit.bounds().first <= first) return verified
    }
  }

  return {
    listAuditEntries: ({ filter, skip, count }) => find(filter, skip, count),

    verifyAudit: async () => {
      try {
        return await verify()
      } catch (error) {
        return { kind: 'failed', failure: systemFailureOf(error) }
      }
    },

    exportAudit: async ({ filter, format }) => {
      try {
        await core.keepAuditSealed()
        const parts = [Buffer.from(startOf(format))]
        let entries = 0
        for await (const found of matchingEntries(audit, filter)) {
          parts.push(Buffer.from(found.map((each) => lineOf(format, each)).join('')))
          entries += found.length
        }
        const name = `audit-trail-${utc(core.now()).replaceAll(':', '-')}.${format}`
        const path = await core.saveFile(name, Buffer.concat(parts))
        if (path === null) return { kind: 'cancelled' }
        recordDone(core, 'trail_exported', null, { entries: String(entries), format, to: path })
        return { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },
  }
}
