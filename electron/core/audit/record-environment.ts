import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Ports } from '../ports.ts'
import { changeDetail } from './changed-fields.ts'
import { type AuditDeps, recordDone } from './record.ts'

type Deps = AuditDeps & Pick<Ports, 'notify'>

/** Records that an environment was made or changed; `before` is null for a new one. Nothing where nothing differs. */
export function recordEnvironment(
  deps: Deps,
  id: string,
  before: EnvironmentInput | null,
  after: EnvironmentInput,
  detail: Record<string, string> = {},
): void {
  if (before === null) {
    recordDone(deps, 'environment_created', id, detail)
    recordCertificate(deps, id, '', after.network.acceptedCertificate)
    return
  }
  const { acceptedCertificate } = before.network
  const changed = changeDetail(
    { ...before, network: { ...before.network, acceptedCertificate: after.network.acceptedCertificate } },
    after,
  )
  if (changed['fields'] !== '') recordDone(deps, 'environment_changed', id, { ...changed, ...detail })
  recordCertificate(deps, id, acceptedCertificate, after.network.acceptedCertificate)
}

/** Fingerprints; empty for none. */
export function recordCertificate(deps: Deps, id: string, before: string, after: string): void {
  if (before === after) return
  if (after === '') recordDone(deps, 'certificate_withdrawn', id, { fingerprint: before })
  else recordDone(deps, 'certificate_accepted', id, { fingerprint: after })
}
