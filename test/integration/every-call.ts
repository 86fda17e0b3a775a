import { expect } from 'vitest'
import { noImportEdits } from '../../electron/catalogue/no-import-edits.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { ApiRequest } from '../../electron/contract/api-call.ts'
import type { CallName } from '../../electron/contract/call-names.ts'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { givenText } from '../support/given-text.ts'

/** What inputs are made of: a running sandbox, a client of it with its secret set, and what the calls before answered. */
export interface World {
  sandbox: SandboxFacts
  /** An environment of the sandbox's client for JWT access tokens, that client's secret, and the environment as it is saved. */
  environmentId: string
  secret: string
  toSave: Pick<CallInput<'saveEnvironment'>, 'id' | 'value'>
  /** A secret that is typed and not set, and the passphrase of exports. */
  typed: string
  passphrase: string
  /** Somebody else's recipient, and a file with a secret that they signed and encrypted to the passphrase. */
  other: { recipient: string; file: string }
  answers: { [Name in CallName]?: CallOutput<Name> }
}

/** What a call is asked, and at least what it answers: an answer that says less was a call that did nothing. */
type Asked<Name extends CallName> = [input: (world: World) => CallInput<Name>, answer: unknown]

const nothing = () => undefined
const ofEnvironment = ({ environmentId }: World) => ({ environmentId })
const ofSecret = ({ environmentId }: World) => ({ environmentId, name: 'client_secret' }) as const
const ofToken = ({ environmentId }: World) => ({ kind: 'held', environmentId }) as const
const newest = ({ answers }: World) => answers.listExchanges?.[0]?.id ?? ''
const copy = ({ answers }: World) => answers.duplicateEnvironment?.id ?? ''
const author = ({ answers }: World) => ({ publicKey: answers.sharingKeys?.authors[0]?.publicKey ?? '' })
const importId = ({ answers }: World) => {
  const reading = answers.readImport
  return reading !== undefined && 'importId' in reading ? reading.importId : ''
}
const unsaved = ({ environmentId, typed }: World) => {
  const { stage, network } = newEnvironment
  return { environmentId, secrets: { client_secret: typed, proxy_password: typed }, stage, network }
}
const orders = ({ sandbox }: World): ApiRequest => ({
  ...newApiRequest,
  url: `${sandbox.api}/api/orders`,
})
const exporting = ({ environmentId, passphrase }: World) => ({
  format: 'explorer' as const,
  environmentIds: [environmentId],
  secrets: { kind: 'passphrase' as const, passphrase },
  sign: true,
})
const evidence = (world: World) => {
  const { verifyToken, introspectToken = null } = world.answers
  const verification = verifyToken?.kind === 'verified' ? verifyToken.verification : null
  return { token: ofToken(world), ...ofEnvironment(world), verification, introspection: introspectToken }
}
const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
const listOf = (...parts: object[]) => expect.arrayContaining(parts.map((part) => expect.objectContaining(part)))
const everyEntry = { text: '', kinds: [], environmentIds: [], from: null, to: null }
const ready = { kind: 'done', storage: { kind: 'ready' } }

/**
 * Every call of the contract, in the order in which they are made. A new call without an entry does not compile, and fails
 * the test.
 */
export const everyCall: { readonly [Name in CallName]: Asked<Name> } = {
  about: [nothing, { version: '0.0.0' }],
  sandboxStatus: [nothing, { kind: 'running' }],
  sandboxChanges: [() => undefined, []],
  setSandboxChanges: [() => ['slow_answers'], []],
  restartSandbox: [nothing, { kind: 'running' }],
  setPreferences: [() => ({ theme: 'dark' }), { theme: 'dark' }],
  getPreferences: [nothing, { theme: 'dark' }],
  saveDraft: [() => ({ key: 'new', value: 'half typed' }), undefined],
  listDrafts: [nothing, [{ value: 'half typed' }]],
  chooseFile: [() => ({ title: 'Any' }), '/chosen'],

  listEnvironments: [nothing, [{ id: 'sandbox' }, { id: 'sandbox-opaque' }, { name: 'Test' }]],
  getEnvironment: [ofEnvironment, { name: 'Test' }],
  listSecretStates: [({ environmentId }) => ({ environmentIds: [environmentId] }), [{ secrets: {} }]],
  duplicateEnvironment: [ofEnvironment, { builtIn: false }],
  listWorkspaceVariables: [() => undefined, []],
  saveWorkspaceVariables: [() => ({ variables: [{ name: 'host', value: 'a', secret: false }] }), undefined],
  setSecretVariable: [
    (world) => ({ ...ofEnvironment(world), name: 'key', value: 'v' }),
    { kind: 'set', names: ['key'] },
  ],
  listSecretVariables: [ofEnvironment, ['key']],
  moveEnvironment: [(world) => ({ environmentId: copy(world), folder: 'Shop', before: null }), true],
  saveEnvironment: [
    (world) => ({ ...world.toSave, secrets: { client_secret: world.typed }, keepOld: ['client_secret'] }),
    { kind: 'saved', environment: { secrets: { client_secret: { kind: 'stored', replacing: true } } } },
  ],
  deleteEnvironment: [(world) => ({ environmentId: copy(world) }), true],
  restoreEnvironment: [(world) => ({ environmentId: copy(world) }), { name: 'Test (copy)' }],
  acceptCertificate: [
    (world) => ({ ...ofEnvironment(world), exchangeId: 'none', fingerprint }),
    { kind: 'not_accepted' },
  ],
  undoAcceptCertificate: [ofEnvironment, false],

  secretStorage: [nothing, { kind: 'ready' }],
  unlockSecretStorage: [() => ({ passphrase: null }), ready],
  protectSecrets: [({ passphrase }) => ({ passphrase }), ready],
  rotateDataKey: [nothing, ready],
  forgetSecret: [(world) => ({ environmentId: copy(world), name: 'client_secret' }), undefined],
  discardNewSecret: [ofSecret, { name: 'Test' }],
  revealSecret: [ofSecret, { kind: 'revealed' }],
  copySecret: [ofSecret, null],
  answerSecret: [(world) => ({ ...ofSecret(world), value: world.secret }), undefined],
  allowOrigin: [
    (world) => ({ ...ofEnvironment(world), secret: 'client_secret', origin: world.sandbox.api, way: plainWay }),
    undefined,
  ],
  testSecretSource: [
    ({ environmentId, typed }) => ({
      environmentId,
      secrets: { client_secret: typed },
      name: 'client_secret',
      source: { kind: 'stored' },
    }),
    { kind: 'found' },
  ],

  discover: [(world) => ({ ...unsaved(world), issuer: world.sandbox.issuer }), { kind: 'found' }],
  listKeys: [(world) => ({ ...unsaved(world), jwks_uri: world.sandbox.jwks_uri }), { kind: 'keys' }],
  testConnection: [
    (world) => ({
      ...unsaved(world),
      issuer: world.sandbox.issuer,
      token_endpoint: world.sandbox.token_endpoint,
      jwks_uri: world.sandbox.jwks_uri,
    }),
    { kind: 'tested' },
  ],
  previewTokenRequest: [
    ({ environmentId, typed, sandbox: { token_endpoint } }) => ({
      environmentId,
      value: { ...newEnvironment, name: 'Test', client_id: 'c', token_endpoint },
      secrets: { client_secret: typed },
      reveal: false,
    }),
    { kind: 'request', revealed: false },
  ],
  requestToken: [ofEnvironment, { kind: 'issued' }],
  listOtherMethods: [ofEnvironment, ['client_secret_post', 'client_secret_jwt']],
  tryMethod: [(given) => ({ ...ofEnvironment(given), method: 'client_secret_post' }), { kind: 'accepted' }],
  listTokens: [nothing, [{ token_type: 'Bearer' }]],
  revealToken: [ofEnvironment, expect.stringContaining('.')],
  copyToken: [ofEnvironment, true],
  verifyToken: [
    (world) => ({ token: ofToken(world), ...ofEnvironment(world), keys: { kind: 'jwks', fresh: false } }),
    { kind: 'verified', verification: { verdict: 'genuine' } },
  ],
  openToken: [
    (world) => ({ token: ofToken(world), ...ofEnvironment(world), key: { kind: 'environment' } }),
    { kind: 'closed' },
  ],
  inspectText: [({ answers }) => ({ text: answers.revealToken ?? '', pick: 0 }), { decoded: { kind: 'jws' } }],
  compareTokens: [
    (world) => ({ left: ofToken(world), right: { kind: 'asked', ...ofEnvironment(world) } }),
    { kind: 'compared' },
  ],
  introspectToken: [(world) => ({ ...ofEnvironment(world), style }), { kind: 'active' }],
  introspectPasted: [
    (world) => ({ ...ofEnvironment(world), token: world.answers.revealToken ?? '' }),
    { kind: 'active' },
  ],
  listLastOutcomes: [nothing, { introspectToken: [{ of: expect.any(String) }] }],
  repeatApiCall: [
    (world) => ({ ...ofEnvironment(world), request: orders(world), times: 2, pauseMs: 0 }),
    { samples: [{ status: 200 }, { status: 200 }], end: { kind: 'done' } },
  ],
  sendApiCall: [(world) => ({ ...ofEnvironment(world), request: orders(world) }), { kind: 'answered', status: 200 }],
  saveApiCall: [(world) => ({ ...ofEnvironment(world), id: null, request: orders(world) }), { method: 'GET' }],
  listApiCalls: [ofEnvironment, [{ method: 'GET' }]],
  runFlow: [
    (world) => ({
      ...ofEnvironment(world),
      scenario: 'run',
      tokenChoice: 'reuse',
      callId: world.answers.saveApiCall?.id ?? '',
      scope: '',
      from: null,
    }),
    { kind: 'ran', run: { state: 'passed' } },
  ],
  listFlowRuns: [ofEnvironment, [{ state: 'passed', scenario: 'run' }]],
  getFlowRun: [
    ({ answers }) => ({ id: answers.listFlowRuns?.[0]?.id ?? '' }),
    { acts: listOf({ name: 'token' }, { name: 'call' }) },
  ],
  saveFlowPicture: [
    ({ environmentId }) => ({ format: 'svg', environmentId, text: '<svg><text>1</text></svg>' }),
    { kind: 'saved' },
  ],
  getApiCall: [({ answers }) => ({ id: answers.saveApiCall?.id ?? '' }), { method: 'GET' }],
  duplicateApiCall: [
    ({ answers }) => ({ id: answers.saveApiCall?.id ?? '', name: 'Copy of orders' }),
    { name: 'Copy of orders', method: 'GET' },
  ],
  arrangeApiCalls: [
    (world) => ({
      ...ofEnvironment(world),
      order: [{ id: world.answers.duplicateApiCall?.id ?? '', folder: 'Orders' }],
    }),
    true,
  ],
  deleteApiCalls: [
    (world) => ({ ...ofEnvironment(world), ids: [world.answers.duplicateApiCall?.id ?? ''] }),
    [expect.any(String)],
  ],
  restoreApiCalls: [
    (world) => ({ ...ofEnvironment(world), ids: [world.answers.duplicateApiCall?.id ?? ''] }),
    [expect.any(String)],
  ],
  copyEvidence: [(world) => ({ ...evidence(world), format: 'markdown' }), null],
  saveEvidence: [(world) => ({ ...evidence(world), format: 'html' }), { kind: 'saved' }],
  revokeToken: [ofEnvironment, { kind: 'accepted' }],
  listExchanges: [() => ({ environmentId: null, limit: 50 }), listOf({ purpose: 'revocation' }, { purpose: 'token' })],
  getExchange: [(world) => ({ id: newest(world) }), { purpose: 'revocation' }],
  getExchangeChain: [(world) => ({ id: newest(world) }), listOf({ purpose: 'revocation' })],
  searchHistory: [
    () => allExchanges,
    { found: expect.any(Number), rows: listOf({ purpose: 'revocation' }), notIndexed: 0 },
  ],
  readHistory: [
    ({ answers }) => ({ searchId: answers.searchHistory?.searchId ?? '', from: 1, count: 1 }),
    [{ isPinned: false }],
  ],
  placeInHistory: [
    (world) => ({ searchId: world.answers.searchHistory?.searchId ?? '', id: newest(world) }),
    expect.any(Number),
  ],
  runProbes: [
    (world) => ({
      ...ofEnvironment(world),
      probes: ['rate_limit'],
      announced: [],
      isProductionConfirmed: false,
      otherAudience: '',
    }),
    { kind: 'other_plan' },
  ],
  getReview: [ofEnvironment, { environmentName: 'Test', isProduction: false, notFound: [] }],
  acceptFinding: [
    (world) => ({ ...ofEnvironment(world), code: 'lifetime_over_hour', reason: 'Known.' }),
    { code: 'lifetime_over_hour', reason: 'Known.' },
  ],
  withdrawAcceptance: [(world) => ({ ...ofEnvironment(world), code: 'lifetime_over_hour', restore: null }), undefined],
  saveReview: [(world) => ({ ...ofEnvironment(world), format: 'html', isOnlyOpen: false }), { kind: 'saved' }],
  copyReview: [(world) => ({ ...ofEnvironment(world), practice: null }), true],
  getActivity: [
    () => ({ environmentId: 'sandbox', range: '24h' }),
    { tokenRequests: expect.any(Number), notIndexed: 0, isRecorded: true },
  ],
  exportHistory: [
    ({ answers }) => ({
      chosen: { kind: 'search', searchId: answers.searchHistory?.searchId ?? '' },
      format: 'jsonl',
    }),
    { kind: 'saved' },
  ],
  historyFacts: [nothing, { exchanges: expect.any(Number), pinned: 0, unrecorded: [] }],
  listAnswers: [() => ({ callId: 'orders', limit: 10 }), []],
  compareAnswers: [(world) => ({ left: newest(world), right: newest(world) }), { body: { kind: 'same' } }],
  readAnswer: [(world) => ({ id: newest(world), from: 0, length: 10 }), null],
  findInAnswer: [(world) => ({ id: newest(world), text: 'a' }), null],
  copyAsCurl: [(world) => ({ kind: 'token', ...ofEnvironment(world) }), { kind: 'copied' }],
  previewCallAs: [
    (world) => ({ ...ofEnvironment(world), request: orders(world), target: 'python', scope: 'token_and_call' }),
    { kind: 'written', variables: ['CLIENT_SECRET'] },
  ],
  copyCallAs: [
    (world) => ({ ...ofEnvironment(world), request: orders(world), target: 'curl_bash', scope: 'call' }),
    { kind: 'copied', variables: ['ACCESS_TOKEN'] },
  ],
  saveResponseBody: [({ answers }) => ({ id: answers.listExchanges?.[0]?.id ?? '' }), { kind: 'saved' }],
  setNote: [(world) => ({ id: newest(world), note: 'Ask the operator' }), true],
  setPinned: [(world) => ({ ids: [newest(world)], isPinned: true }), undefined],
  getHistoryEntry: [
    (world) => ({ id: newest(world) }),
    { note: 'Ask the operator', isPinned: true, conclusion: { verdict: 'good', outcome: 'accepted' } },
  ],
  deleteHistory: [() => ({ kind: 'ids', ids: ['gone'] }), 0],
  compareExchanges: [
    (world) => ({ left: newest(world), right: newest(world) }),
    { request: [], token: { kind: 'same' } },
  ],
  getRecordedToken: [(world) => ({ id: newest(world) }), { issuedBy: { id: expect.any(String) } }],
  planSendAgain: [(world) => ({ id: newest(world) }), { kind: 'screen', screen: 'revocation' }],
  driftCounts: [() => undefined, []],
  listWatches: [() => undefined, []],
  setWatch: [(world) => ({ ...ofEnvironment(world), minutes: 60, callId: null, introspects: false }), true],
  endWatch: [ofEnvironment, undefined],
  setDriftExpected: [() => ({ ids: ['none'], isExpected: true }), undefined],
  setRecording: [(world) => ({ ...ofEnvironment(world), isRecorded: false }), undefined],
  listUnrecorded: [() => undefined, [expect.any(String)]],
  getHistoryLimits: [() => undefined, { days: 90, megabytes: 500 }],
  setHistoryLimits: [() => ({ days: 0 }), { days: 0, megabytes: 500 }],
  saveHar: [({ answers }) => ({ exchangeIds: (answers.listExchanges ?? []).map(({ id }) => id) }), { kind: 'saved' }],

  newPassphrase: [nothing, expect.stringMatching(/^(?:[a-z]+-){5}[a-z]+$/)],
  copyPassphrase: [({ passphrase }) => ({ passphrase }), undefined],
  createSharingKeys: [() => ({ name: 'Someone' }), { kind: 'done' }],
  saveRecipient: [({ other: { recipient } }) => ({ name: 'Other', recipient }), { kind: 'done' }],
  previewExport: [exporting, { environments: 1, secrets: 2 }],
  copyExport: [exporting, null],
  saveExport: [exporting, { kind: 'saved' }],
  readImport: [({ other }) => givenText(other.file, 'Theirs.ccx.json'), { kind: 'encrypted' }],
  openImport: [(world) => ({ importId: importId(world), passphrase: world.passphrase }), { kind: 'preview' }],
  editImport: [
    (world) => ({ importId: importId(world), edits: { ...noImportEdits, environmentsLeftOut: ['none'] } }),
    { kind: 'preview', edits: { environmentsLeftOut: ['none'] } },
  ],
  listImportedCalls: [(world) => ({ importId: importId(world), environmentId: 'none' }), []],
  applyImport: [(world) => ({ importId: importId(world), choices: [] }), { kind: 'applied', notStored: [] }],
  sharingKeys: [nothing, { own: { name: 'Someone' }, recipients: [{ name: 'Other' }] }],
  deleteRecipient: [({ other: { recipient } }) => ({ recipient }), { kind: 'done', keys: { recipients: [] } }],
  deleteAuthor: [author, { kind: 'done' }],
  restoreAuthor: [author, { kind: 'done' }],
  undoImport: [(world) => ({ importId: importId(world) }), { kind: 'undone' }],

  listBackups: [nothing, [{ kind: 'rolling' }]],
  removeBackups: [
    ({ answers }) => ({ names: (answers.listBackups ?? []).map(({ name }) => name) }),
    { kind: 'removed', count: 1 },
  ],
  listAuditEntries: [
    () => ({ filter: { ...everyEntry, kinds: ['secret_revealed'] }, skip: 0, count: 10 }),
    { found: 1, entries: [{ kind: 'secret_revealed', environmentName: 'Test', isSealed: true }] },
  ],
  verifyAudit: [nothing, { kind: 'intact', unsealed: 0 }],
  exportAudit: [() => ({ filter: everyEntry, format: 'csv' }), { kind: 'saved' }],
  forgetStoredSecrets: [nothing, { kind: 'done' }],
}
