import { expect, test } from 'vitest'
import { callNames } from '../../electron/contract/call-names.ts'
import { inputOf } from '../../electron/contract/input-of.ts'
import { bindApi, type Core } from '../../electron/shell/bind-api.ts'

type Listener = (event: boolean, ...envelope: unknown[]) => unknown

const notExpected = (): Promise<never> => Promise.reject(new Error('not expected'))
const silent: Core['api'] = {
  listEnvironments: notExpected,
  getEnvironment: notExpected,
  listSecretStates: notExpected,
  saveEnvironment: notExpected,
  deleteEnvironment: notExpected,
  restoreEnvironment: notExpected,
  moveEnvironment: notExpected,
  duplicateEnvironment: notExpected,
  listWorkspaceVariables: notExpected,
  saveWorkspaceVariables: notExpected,
  listSecretVariables: notExpected,
  setSecretVariable: notExpected,
  acceptCertificate: notExpected,
  undoAcceptCertificate: notExpected,
  forgetSecret: notExpected,
  discardNewSecret: notExpected,
  revealSecret: notExpected,
  copySecret: notExpected,
  answerSecret: notExpected,
  allowOrigin: notExpected,
  testSecretSource: notExpected,
  secretStorage: notExpected,
  unlockSecretStorage: notExpected,
  protectSecrets: notExpected,
  rotateDataKey: notExpected,
  forgetStoredSecrets: notExpected,
  listAuditEntries: notExpected,
  verifyAudit: notExpected,
  exportAudit: notExpected,
  listBackups: notExpected,
  removeBackups: notExpected,
  discover: notExpected,
  listKeys: notExpected,
  testConnection: notExpected,
  previewTokenRequest: notExpected,
  requestToken: notExpected,
  listOtherMethods: notExpected,
  tryMethod: notExpected,
  listTokens: notExpected,
  revealToken: notExpected,
  copyToken: notExpected,
  verifyToken: notExpected,
  introspectToken: notExpected,
  introspectPasted: notExpected,
  revokeToken: notExpected,
  inspectText: notExpected,
  openToken: notExpected,
  compareTokens: notExpected,
  copyEvidence: notExpected,
  saveEvidence: notExpected,
  getHistoryEntry: notExpected,
  setNote: notExpected,
  setPinned: notExpected,
  deleteHistory: notExpected,
  setRecording: notExpected,
  getHistoryLimits: notExpected,
  setHistoryLimits: notExpected,
  listUnrecorded: notExpected,
  compareExchanges: notExpected,
  getRecordedToken: notExpected,
  planSendAgain: notExpected,
  driftCounts: notExpected,
  setDriftExpected: notExpected,
  listWatches: notExpected,
  setWatch: notExpected,
  endWatch: notExpected,
  listApiCalls: notExpected,
  getApiCall: notExpected,
  saveApiCall: notExpected,
  duplicateApiCall: notExpected,
  arrangeApiCalls: notExpected,
  deleteApiCalls: notExpected,
  restoreApiCalls: notExpected,
  sendApiCall: notExpected,
  repeatApiCall: notExpected,
  listLastOutcomes: notExpected,
  searchHistory: notExpected,
  readHistory: notExpected,
  placeInHistory: notExpected,
  historyFacts: notExpected,
  exportHistory: notExpected,
  getActivity: notExpected,
  getReview: notExpected,
  runProbes: notExpected,
  acceptFinding: notExpected,
  withdrawAcceptance: notExpected,
  saveReview: notExpected,
  copyReview: notExpected,
  listAnswers: notExpected,
  compareAnswers: notExpected,
  readAnswer: notExpected,
  findInAnswer: notExpected,
  runFlow: notExpected,
  listFlowRuns: notExpected,
  getFlowRun: notExpected,
  saveFlowPicture: notExpected,
  listExchanges: notExpected,
  getExchange: notExpected,
  getExchangeChain: notExpected,
  copyAsCurl: notExpected,
  previewCallAs: notExpected,
  copyCallAs: notExpected,
  saveHar: notExpected,
  saveResponseBody: notExpected,
  previewExport: notExpected,
  saveExport: notExpected,
  copyExport: notExpected,
  newPassphrase: notExpected,
  copyPassphrase: notExpected,
  readImport: notExpected,
  openImport: notExpected,
  editImport: notExpected,
  listImportedCalls: notExpected,
  applyImport: notExpected,
  undoImport: notExpected,
  sharingKeys: notExpected,
  createSharingKeys: notExpected,
  saveRecipient: notExpected,
  deleteRecipient: notExpected,
  deleteAuthor: notExpected,
  restoreAuthor: notExpected,
  chooseFile: notExpected,
  getPreferences: notExpected,
  setPreferences: notExpected,
  listDrafts: notExpected,
  saveDraft: notExpected,
  sandboxStatus: notExpected,
  restartSandbox: notExpected,
  sandboxChanges: notExpected,
  setSandboxChanges: notExpected,
  about: notExpected,
}

/** The binding over an IPC whose events say only whether they are trusted, and an `Api` of the given functions. */
function bound(functions: Partial<Core['api']>, core?: () => Promise<Core>) {
  const listeners = new Map<string, Listener>()
  const register = (channel: string, listener: Listener): unknown => listeners.set(channel, listener)
  const api = { ...silent, ...functions }
  bindApi<boolean>({ handle: register, on: register }, (trusted) => trusted, core ?? (async () => ({ inputOf, api })))
  return (channel: string, trusted: boolean, ...envelope: unknown[]) => listeners.get(channel)?.(trusted, ...envelope)
}

test('a stranger gets no answer to any call, and core is not even asked for', async () => {
  const send = bound({}, () => Promise.reject(new Error('asked for')))
  for (const name of callNames) {
    expect(await send(`call:${name}`, false, 'r', undefined)).toMatchObject({ ok: false, code: 'forbidden' })
  }
})

test.each([
  ['no request id', []],
  ['an empty request id', ['']],
  ['a long request id', ['x'.repeat(65)]],
  ['a request id that is no string', [{ toString: (): string => 'r' }]],
  ['a third part', ['r', undefined, undefined]],
])('refuses an envelope with %s', async (_name, envelope) => {
  expect(await bound({})('call:about', true, ...envelope)).toMatchObject({ ok: false, code: 'invalid_input' })
})

test('refuses an input that is not of the schema, and names the place', async () => {
  const reply = await bound({})('call:getExchange', true, 'r', { id: 7 })
  expect(reply).toMatchObject({ ok: false, code: 'invalid_input', message: expect.stringMatching(/^id: /) })
})

test('an error keeps its message to itself, because it may quote a secret', async () => {
  const send = bound({ listTokens: () => Promise.reject(new SyntaxError('Unexpected token in "hunter2"')) })
  const reply = await send('call:listTokens', true, 'r', undefined)
  expect(reply).toEqual({ ok: false, code: 'internal', message: 'Something went wrong inside the app (SyntaxError).' })
})

test('an error of the operating system names its path', async () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write '/data/x'"), { code: 'ENOSPC' })
  const send = bound({ listTokens: () => Promise.reject(full) })
  expect(await send('call:listTokens', true, 'r')).toMatchObject({ message: expect.stringContaining('/data/x') })
})

test('cancel reaches the call of that id, from the own window only', async () => {
  const send = bound({
    listTokens: (_input: undefined, { signal }: { signal: AbortSignal }) =>
      new Promise<never[]>((resolve) => signal.addEventListener('abort', () => resolve([]))),
  })
  const reply = send('call:listTokens', true, 'r', undefined)
  await Promise.resolve()
  send('cancel', true, 'other')
  send('cancel', false, 'r')
  expect(await Promise.race([reply, new Promise((resolve) => setImmediate(resolve, 'running'))])).toBe('running')
  send('cancel', true, 'r')
  expect(await reply).toEqual({ ok: true, value: [] })
})

test('refuses a second call with a running id, and more calls than may run', async () => {
  const send = bound({ listTokens: () => new Promise(() => {}) })
  for (let index = 0; index < 64; index++) void send('call:listTokens', true, `r${index}`, undefined)
  expect(await send('call:listTokens', true, 'r0', undefined)).toMatchObject({ code: 'invalid_input' })
  expect(await send('call:listTokens', true, 'r64', undefined)).toMatchObject({ code: 'forbidden' })
})
