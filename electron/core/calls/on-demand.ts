import type { CallName } from '../../contract/call-names.ts'
import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** What the start never calls: requests and what reads them, a run of the flow, a repetition, a test of the connection, sharing, evidence, comparison, earlier answers, the audit trail, and files of exchanges. Loading it at once would delay the start. */
export const callsOnDemand = (core: CoreContext) => ({
  ...onDemand(engineCallNames, async () => (await import('./engine.ts')).engineCalls(core)),
  ...onDemand(['runFlow'], async () => (await import('./run-flow.ts')).runFlowCalls(core)),
  ...onDemand(['listFlowRuns', 'getFlowRun'], async () => (await import('./flow-runs.ts')).flowRunCalls(core)),
  ...onDemand(['repeatApiCall'], async () => (await import('./repetition.ts')).repetitionCalls(core)),
  ...onDemand(['previewCallAs', 'copyCallAs'], async () => (await import('./copy-as.ts')).copyAsCalls(core)),
  ...onDemand(['testConnection'], async () => (await import('./connection-test.ts')).connectionTestCalls(core)),
  ...onDemand(['compareTokens'], async () => (await import('./comparison.ts')).comparisonCalls(core)),
  ...onDemand(['copyEvidence', 'saveEvidence'], async () => (await import('./evidence.ts')).evidenceCalls(core)),
  ...onDemand(['listAnswers', 'compareAnswers', 'readAnswer', 'findInAnswer'], async () =>
    (await import('./answers.ts')).answerCalls(core),
  ),
  ...onDemand(historyEntryCallNames, async () => (await import('./history-entries.ts')).historyEntryCalls(core)),
  ...onDemand(['searchHistory', 'readHistory', 'placeInHistory', 'historyFacts'], async () =>
    (await import('./history-search.ts')).historySearchCalls(core),
  ),
  ...onDemand(['exportHistory'], async () => (await import('./history-export.ts')).historyExportCalls(core)),
  ...onDemand(['compareExchanges', 'getRecordedToken', 'planSendAgain'], async () =>
    (await import('./history-acts.ts')).historyActCalls(core),
  ),
  ...onDemand(['getActivity'], async () => (await import('./activity.ts')).activityCalls(core)),
  ...onDemand(['runProbes'], async () => (await import('./probes.ts')).probeCalls(core)),
  ...onDemand(['getReview', 'acceptFinding', 'withdrawAcceptance'], async () =>
    (await import('./reviews.ts')).reviewCalls(core),
  ),
  ...onDemand(['listWatches', 'setWatch', 'endWatch'], async () => (await import('./watches.ts')).watchCalls(core)),
  ...onDemand(['driftCounts', 'setDriftExpected'], async () => (await import('./drift.ts')).driftCalls(core)),
  ...onDemand(['saveHar', 'saveResponseBody', 'saveFlowPicture'], async () =>
    (await import('./exports.ts')).exportCalls(core),
  ),
  ...onDemand(['saveReview', 'copyReview'], async () => (await import('./review-reports.ts')).reviewReportCalls(core)),
  ...onDemand(['previewExport', 'saveExport', 'copyExport'], async () =>
    (await import('./export-environments.ts')).exportEnvironmentCalls(core),
  ),
  ...onDemand(['readImport', 'openImport', 'editImport', 'listImportedCalls', 'applyImport', 'undoImport'], async () =>
    (await import('./import-environments.ts')).importCalls(core),
  ),
  ...onDemand(['listAuditEntries', 'verifyAudit', 'exportAudit'], async () =>
    (await import('./audit.ts')).auditCalls(core),
  ),
  ...onDemand(sharingKeyCallNames, async () => (await import('./sharing-keys.ts')).sharingKeyCalls(core)),
})

const engineCallNames = [
  'requestToken',
  'listOtherMethods',
  'tryMethod',
  'revealToken',
  'copyToken',
  'introspectToken',
  'introspectPasted',
  'revokeToken',
  'sendApiCall',
  'verifyToken',
  'openToken',
  'discover',
  'listKeys',
  'previewTokenRequest',
  'copyAsCurl',
  'inspectText',
  'forgetSecret',
  'discardNewSecret',
  'revealSecret',
  'copySecret',
  'answerSecret',
  'allowOrigin',
  'testSecretSource',
  'listWorkspaceVariables',
  'saveWorkspaceVariables',
  'listSecretVariables',
  'setSecretVariable',
] as const

/** Milliseconds after the start: the first picture comes first, and then the first request should not wait. */
const soon = 500

/** Loads what sends and judges before it is needed. */
export function loadEngineSoon(): void {
  setTimeout(() => void import('./engine.ts'), soon).unref()
}

const historyEntryCallNames = [
  'getHistoryEntry',
  'setNote',
  'setPinned',
  'deleteHistory',
  'setRecording',
  'getHistoryLimits',
  'setHistoryLimits',
] as const

const sharingKeyCallNames = [
  'sharingKeys',
  'createSharingKeys',
  'saveRecipient',
  'deleteRecipient',
  'deleteAuthor',
  'restoreAuthor',
  'newPassphrase',
  'copyPassphrase',
] as const

/** The calls of one module, which is loaded with the first of them. */
function onDemand<Name extends CallName>(
  names: readonly Name[],
  load: () => Promise<Pick<Api<CallContext>, Name>>,
): Pick<Api<CallContext>, Name> {
  let loading: Promise<Pick<Api<CallContext>, Name>> | null = null
  const call = async (name: Name, given: readonly unknown[]): Promise<unknown> => {
    loading ??= load()
    const loaded = await loading
    return Reflect.apply(loaded[name], loaded, given)
  }
  // The seam: TypeScript cannot see that what is made under a name is the function of that name.
  const made = names.map((name): readonly unknown[] => [name, (...given: readonly unknown[]) => call(name, given)])
  return Object.fromEntries(made)
}
