import type { Exchange, Phase, Purpose } from '../contract/exchange.ts'
import { laterHistory, type LaterHistory } from './history/later-history.ts'
import { type AuditKeyState, keepSealed } from './audit/keep-sealed.ts'
import type { Conclusion } from '../contract/history.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import type { SecretName } from '../contract/secret.ts'
import type { Mask } from './redaction/mask.ts'
import { createSession, type Session } from './session.ts'
import type { Ports } from './ports.ts'
import { createSealedStore } from './secrets/sealed-store.ts'
import type { SecretStore } from './secrets/secret-store.ts'
import type { Workspace } from './workspace/workspace.ts'

/** What a host adds to each call. */
export interface CallContext {
  /** Names the call among all others: every exchange that it leads to carries it. */
  flowId: string
  signal: AbortSignal
}

/** A call on its way through the engine. `causedBy` is the exchange that led to what is asked next, where one did. */
export interface Flow extends CallContext {
  causedBy?: string
  /** The saved API call that is sent. */
  callId?: string
  /** A watch sends it, and no person: thousands a day are recorded in the history, and would push all else out of the audit trail. */
  isOfWatch?: true
  /** A probe of a review sends it. */
  isOfProbe?: true
  /** What else must not be shown: the values of secret variables that a request carries, and tokens that the environment does not hold. */
  hidden?: readonly string[]
  /** Watches what the call sends; a slow request is then not reported otherwise. */
  observer?: FlowObserver
}

export interface FlowObserver {
  /** A request goes out, its URL masked. What it gives hears of each phase as it begins, and of the end. */
  onRequest: (request: { purpose: Purpose; method: string; url: string }) => (phase: Phase | 'done') => void
  /** `mask` hides in an outcome what the exchange must not show. */
  onExchange: (exchange: Exchange, mask: Mask) => void
}

/** An exchange with what came of it, and the environment that it was sent with. */
export interface ConcludedExchange {
  exchange: Exchange
  conclusion: Conclusion
  environment: {
    id: string | null
    value: EnvironmentInput
    secretVersions: Readonly<Partial<Record<SecretName, string>>>
  }
}

export interface WithListener {
  /** Hears of each exchange once it was judged, and gives back at once. */
  onConcluded: (heard: ConcludedExchange) => void
}

/**
 * All that core works with: the ports, what lives in memory, and the stored secrets. Only `api.ts` and the handlers in
 * `calls/` take the whole; every other function takes the part that it needs, such as `Pick<Ports, 'now'> & WithSession<'tokens'>`.
 */
export interface CoreContext extends Ports, WithListener {
  session: Session
  secretStore: SecretStore
  history: LaterHistory
  /** Has the audit trail sealed, where there is a way to its key. */
  keepAuditSealed: () => Promise<AuditKeyState>
}

export interface WithWorkspace<Part extends keyof Workspace> {
  workspace: Pick<Workspace, Part>
}

export interface WithSession<Part extends keyof Session> {
  session: Pick<Session, Part>
}

export interface WithSecretStore<Part extends keyof SecretStore> {
  secretStore: Pick<SecretStore, Part>
}

type Listener = WithListener['onConcluded']

export function createCoreContext(
  ports: Ports,
  listener: (core: Ports & { session: Session }) => Listener,
): CoreContext {
  const history = laterHistory(ports.workspace, () => ports.notify({ kind: 'exchanges_changed' }))
  const secretStore = createSealedStore(ports)
  const session = createSession()
  const keepAuditSealed = keepSealed({ ...ports, secretStore })
  const onConcluded = listener({ ...ports, session })
  return { ...ports, history, session, secretStore, keepAuditSealed, onConcluded }
}
