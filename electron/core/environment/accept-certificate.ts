import type { CallInput } from '../../contract/calls.ts'
import type { AcceptOutcome, NotAccepted } from '../../contract/outcome.ts'
import type { WithSession } from '../core-context.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import { recordEnvironment } from '../audit/record-environment.ts'
import type { Ports } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { bindOwnEdit } from './bind-secrets.ts'

type Deps = { workspace: Workspace } & Pick<Ports, 'newId' | 'now' | 'notify'> & WithSession<'acceptedCertificates'>

/** Accepts the server certificate that an exchange showed: the one that the person saw, and never in production. */
export function acceptCertificate(
  deps: Deps,
  { environmentId, exchangeId, fingerprint }: CallInput<'acceptCertificate'>,
): AcceptOutcome {
  const { workspace, session } = deps
  const exchange = workspace.exchanges.get(exchangeId)
  const [leaf] = exchange?.environmentId === environmentId ? (exchange.tls?.chain ?? []) : []
  return workspace.transaction(() => {
    const stored = workspace.environments.get(environmentId)
    if (stored === null) return notAccepted('gone')
    if (stored.value.stage === 'production') return notAccepted('production')
    if (leaf?.fingerprint256 !== fingerprint) return notAccepted('other_certificate')
    const before = stored.value.network.acceptedCertificate
    store(deps, stored, fingerprint)
    session.acceptedCertificates.set(environmentId, { fingerprint, before })
    return { kind: 'accepted' }
  })
}

/** Goes back to what was accepted before; false when something else is accepted since. */
export function undoAcceptCertificate(deps: Deps, environmentId: string): boolean {
  const { workspace, session } = deps
  const last = session.acceptedCertificates.get(environmentId)
  const stored = workspace.environments.get(environmentId)
  if (last === undefined || stored?.value.network.acceptedCertificate !== last.fingerprint) return false
  workspace.transaction(() => store(deps, stored, last.before))
  session.acceptedCertificates.delete(environmentId)
  return true
}

/** As the person's own edit: what might go by the connection of before may go by the new one. */
function store(deps: Deps, { id, value }: StoredEnvironment, acceptedCertificate: string): void {
  const { workspace } = deps
  const changed = { ...value, network: { ...value.network, acceptedCertificate } }
  workspace.environments.update(id, changed)
  bindOwnEdit(workspace, id, value, changed)
  recordEnvironment(deps, id, value, changed)
}

const notAccepted = (reason: NotAccepted): AcceptOutcome => ({ kind: 'not_accepted', reason })
