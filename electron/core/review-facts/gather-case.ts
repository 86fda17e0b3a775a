import { hasClientCertificate } from '../../common/endpoints.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'
import { currentEnvironment } from '../environment/current-environment.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import type { LaterHistory } from '../history/later-history.ts'
import { noProbesOf, probeResultsOf } from '../probes/probe-states.ts'
import type { ReviewCase, TrailFacts } from '../review/case.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import { exposedTexts } from './exposed-texts.ts'
import { readHeldSecrets, type SecretDeps } from './held-secrets.ts'
import { issuedToken } from './issued-token.ts'
import { certificateFacts, clientKeyFacts } from './key-facts.ts'
import { otherEnvironments } from './other-environments.ts'
import { publishedKeys, publishedMetadata } from './published.ts'
import { readRecorded } from './recorded.ts'
import { recordedFacts } from './recorded-facts.ts'
import { recordedProofs } from './recorded-proofs.ts'
import { usageOf } from './usage-of.ts'

export type CaseDeps = SecretDeps &
  WithSecretStore<'storage'> &
  WithWorkspace<
    'path' | 'environments' | 'apiCalls' | 'audit' | 'exchanges' | 'unrecorded' | 'watches' | 'probeResults'
  > & {
    history: LaterHistory
  }

/** All that is known of an environment, for its review. Nothing is sent for it, and nobody is asked for anything. */
export async function gatherCase(deps: CaseDeps, stored: StoredEnvironment): Promise<ReviewCase> {
  const { workspace } = deps
  const { id } = stored
  const current = currentEnvironment(deps, id, stored.value)
  const settings = current.value
  const facts = deps.sandbox.facts()
  const calls = workspace.apiCalls.list(id).map((call) => withSandboxApi(call, facts, hasClientCertificate(settings)))
  const secrets = await readHeldSecrets(deps, stored, current)
  const { held, values } = secrets
  const recorded = await readRecorded(deps, id, settings)
  const kase: ReviewCase = {
    now: deps.now(),
    id,
    name: settings.name,
    settings,
    calls,
    secrets: held,
    protection: await protectionOf(deps),
    exposed: stored.builtIn ? [] : await exposedTexts(stored.value, calls, values),
    certificate: await certificateFacts(settings, values),
    clientKey: await clientKeyFacts(settings, values),
    others: await otherEnvironments(deps, { id, value: settings }, secrets),
    issued: issuedToken(deps, recorded.issuing, settings),
    exchanges: recorded.newest.map(recordedFacts),
    proofs: await recordedProofs(deps, id),
    metadata: publishedMetadata(recorded.newest, settings),
    keys: await publishedKeys(recorded.newest, settings),
    isKept: workspace.path !== ':memory:',
    usage: usageOf(recorded.figures, recorded.newest, !workspace.unrecorded.has(id)),
    trail: trailFacts(deps),
    watch: workspace.watches.list().find(({ environmentId }) => environmentId === id) ?? null,
    notifies: deps.preferences.get().notifications,
    probes: probeResultsOf(deps, { id, settings, calls }),
    noProbe: {},
    accepted: stored.value.accepted,
  }
  return { ...kase, noProbe: noProbesOf(kase) }
}

async function protectionOf({ secretStore }: CaseDeps): Promise<ReviewCase['protection']> {
  const storage = await secretStore.storage()
  return 'protection' in storage ? storage.protection : null
}

function trailFacts({ workspace: { audit } }: CaseDeps): TrailFacts {
  return { entries: audit.count(), isSealed: audit.sealedUpTo() >= audit.bounds().last }
}
