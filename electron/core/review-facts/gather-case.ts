import { hasClientCertificate } from '../../common/endpoints.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'
import { currentEnvironment } from '../environment/current-environment.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import type { Ports } from '../ports.ts'
import { probeResultsOf } from '../probes/probe-states.ts'
import type { ReviewCase, TrailFacts, Usage } from '../review/case.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import { heldSecrets, type SecretDeps } from './held-secrets.ts'
import { issuedToken } from './issued-token.ts'
import { newestExchanges } from './newest-exchanges.ts'
import { publishedKeys, publishedMetadata } from './published.ts'
import { recordedFacts } from './recorded-facts.ts'
import { recordedProofs } from './recorded-proofs.ts'

export type CaseDeps = Pick<Ports, 'now' | 'preferences'> &
  SecretDeps &
  WithSecretStore<'storage'> &
  WithWorkspace<'environments' | 'apiCalls' | 'exchanges' | 'unrecorded' | 'watches' | 'probeResults'>

/** All that is known of an environment, for its review. Nothing is sent for it, and nobody is asked for anything. */
export async function gatherCase(deps: CaseDeps, stored: StoredEnvironment): Promise<ReviewCase> {
  const { workspace } = deps
  const { id } = stored
  const current = currentEnvironment(deps, id, stored.value)
  const settings = current.value
  const facts = deps.sandbox.facts()
  const calls = workspace.apiCalls.list(id).map((call) => withSandboxApi(call, facts, hasClientCertificate(settings)))
  const exchanges = newestExchanges(deps, id, settings, calls)
  return {
    now: deps.now(),
    id,
    name: settings.name,
    settings,
    calls,
    secrets: await heldSecrets(deps, stored, current),
    protection: await protectionOf(deps),
    exposed: [],
    certificate: null,
    clientKey: null,
    others: [],
    issued: issuedToken(deps, id, settings),
    exchanges: exchanges.map(recordedFacts),
    proofs: recordedProofs(deps, id),
    metadata: publishedMetadata(exchanges, settings),
    keys: await publishedKeys(exchanges, settings),
    usage: usageOf(workspace.unrecorded.has(id)),
    trail: trailFacts(),
    watch: workspace.watches.list().find(({ environmentId }) => environmentId === id) ?? null,
    notifies: deps.preferences.get().notifications,
    probes: probeResultsOf(deps, { id, settings, calls }),
    accepted: stored.value.accepted,
  }
}

async function protectionOf({ secretStore }: CaseDeps): Promise<ReviewCase['protection']> {
  const storage = await secretStore.storage()
  return 'protection' in storage ? storage.protection : null
}

const usageOf = (isUnrecorded: boolean): Usage => ({
  isRecorded: !isUnrecorded,
  tokensIssued: 0,
  calls: 0,
  requestedEarly: 0,
  caching: 'unknown',
  tokenRequests: 0,
  failures: 0,
  limited: { count: 0, exchangeId: null, at: null, announced: null },
  scopeRefusals: { count: 0, exchangeId: null, at: null },
})

const trailFacts = (): TrailFacts => ({ entries: 0, isSealed: true })
