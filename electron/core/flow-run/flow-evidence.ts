import { hasClientCertificate } from '../../common/endpoints.ts'
import { flowPlanOf } from '../../common/flow-plan.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { FlowEvidenceInput } from '../../contract/evidence.ts'
import type { FlowRun } from '../../contract/flow.ts'
import { spokenRows } from '../../picture/said/spoken.ts'
import { overPanel } from '../../picture/panel/over.ts'
import { pictureOf } from '../../picture/picture-of.ts'
import type { EvidenceSubject } from '../../wording/evidence/subject.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import { type CurrentEnvironment, findEnvironment } from '../environment/current-environment.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import { flowEvidenceText } from '../evidence/evidence.ts'
import { flowEvidenceFileName } from '../evidence/file-name.ts'
import { type EvidenceDeps, maskingOf, subjectOf } from '../flow/make-evidence.ts'

type FlowEvidenceDeps = EvidenceDeps &
  WithWorkspace<'exchanges' | 'apiCalls' | 'flowRuns'> &
  WithSession<'tokens' | 'previousTokens' | 'flowRuns'>

/** A summary of a run for a ticket, or before one of what would happen, without secrets; null when it is not kept any more. */
export async function makeFlowEvidence(
  deps: FlowEvidenceDeps,
  { choice, runId, format }: FlowEvidenceInput,
): Promise<{ text: string; fileName: string } | null> {
  const { environmentId } = choice
  const environment = findEnvironment(deps, environmentId)
  const run = runId === null ? null : runOf(deps, runId)
  if (environment === null || (runId !== null && run?.environmentId !== environmentId)) return null
  const { name, stage } = environment.value
  const plan = run?.plan ?? flowPlanOf(environment.value, callOf(deps, environment, choice), choice)
  const verdict = run === null || run.state === 'running' ? null : overPanel(run)
  const madeAt = deps.now()
  const flow = {
    environment: { name, stage },
    scenario: plan.scenario,
    run,
    verdict,
    evidence: verdict?.evidence ?? [],
    steps: spokenRows(pictureOf(plan, run, null)),
    version: deps.version,
    runtime: deps.runtime,
    madeAt,
  }
  const text = flowEvidenceText(flow, tokenOf(deps, environment, run), format, await maskingOf(deps, [environmentId]))
  return { text, fileName: flowEvidenceFileName(name, madeAt, format) }
}

const runOf = ({ session, workspace }: FlowEvidenceDeps, id: string): FlowRun | null =>
  [...session.flowRuns.values()].find((run) => run.id === id) ?? workspace.flowRuns.get(id)

function callOf(
  { workspace, sandbox }: FlowEvidenceDeps,
  { value }: CurrentEnvironment,
  { callId, environmentId }: FlowEvidenceInput['choice'],
): ApiCall | null {
  const call = callId === null ? null : workspace.apiCalls.get(callId)
  if (call?.environmentId !== environmentId) return null
  return withSandboxApi(call, sandbox.facts(), hasClientCertificate(value))
}

/** The token that is held, where this run requested it. */
function tokenOf(deps: FlowEvidenceDeps, { id }: CurrentEnvironment, run: FlowRun | null): EvidenceSubject | null {
  if (id === null || run === null) return null
  const token = { kind: 'held', environmentId: id } as const
  const subject = subjectOf(deps, { token, environmentId: id, verification: null, introspection: null })
  const exchanges = run.acts.flatMap((act) => act.exchanges)
  return exchanges.some((exchange) => exchange.id === subject?.held?.exchangeId) ? subject : null
}
