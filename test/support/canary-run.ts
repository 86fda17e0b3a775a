import type { ApiRequest } from '../../electron/contract/api-call.ts'
import { builtInEnvironments } from '../../electron/catalogue/built-in-environments.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { CallName } from '../../electron/contract/call-names.ts'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { SecretSource, VaultSource } from '../../electron/contract/secret-source.ts'
import { secretNameSchema } from '../../electron/contract/secret.ts'
import { auditFormats } from '../../electron/vocabulary/audit.ts'
import { otherTools } from '../../electron/vocabulary/export-formats.ts'
import type { CarriedSecrets, ExportOptions } from '../../electron/contract/sharing.ts'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import type { CanarySecrets } from './canary-secrets.ts'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

export type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

interface Run {
  call: Call
  canaries: CanarySecrets
  /** The server that repeats what it is sent. */
  server: string
}

const ofSandbox = builtInEnvironments.find(({ id }) => id === 'sandbox')?.value ?? newEnvironment
const assertion = { ...newEnvironment.assertion, alg: 'ES256', audience: 'token_endpoint' } as const
const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
const source: VaultSource = {
  kind: 'vault',
  address: '',
  namespace: '',
  engine: 'kv2',
  mount: 'secret',
  path: 'orders',
  key: 'client_secret',
  version: 0,
  login: { method: 'token' },
  caFile: '',
}

/** Environments that between them send every secret: to the server that repeats them, and to one that is not there. */
function clientsOf({ server, canaries }: Run): Partial<EnvironmentInput>[] {
  const { network, dpop } = newEnvironment
  const to = (path: string): Partial<EnvironmentInput> => ({ token_endpoint: `${server}${path}` })
  const vault = (login: VaultSource['login']): SecretSource => ({ ...source, address: server, login })
  const clientCertificate = { ...network.clientCertificate, certificate: canaries.certificate }
  const proxy = { mode: 'explicit', url: server, username: 'someone', bypass: '' } as const
  return [
    { ...to('/token'), introspection_endpoint: `${server}/introspect`, revocation_endpoint: `${server}/revoke` },
    { ...to('/refused'), basicEncoding: 'raw' },
    { ...to('/token'), token_endpoint_auth_method: 'client_secret_post', tokenBodyFormat: 'json' },
    { ...to('/broken'), token_endpoint_auth_method: 'client_secret_post' },
    { token_endpoint: 'http://127.0.0.1:1/token' },
    { ...to('/refused'), token_endpoint_auth_method: 'client_secret_jwt', assertion: { ...assertion, alg: 'HS256' } },
    { ...to('/refused'), token_endpoint_auth_method: 'private_key_jwt', assertion },
    { ...to('/token'), dpop: { ...dpop, enabled: true } },
    { token_endpoint: 'http://as.example/token', network: { ...network, proxy } },
    { token_endpoint: 'https://as.example/token', network: { ...network, proxy } },
    {
      token_endpoint: `${server.replace('http:', 'https:')}/token`,
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      network: { ...network, clientCertificate },
    },
    { ...to('/token'), secretSources: { client_secret: vault({ method: 'token' }) } },
    { ...to('/token'), secretSources: { client_secret: vault({ method: 'approle', mount: '', roleId: 'orders' }) } },
    { ...to('/token'), secretSources: { client_secret: { kind: 'ask' } } },
  ]
}

const variables = [{ name: 'key', value: '', secret: true }]

/** Sets a canary in every place where a secret can be, makes every call of the contract with it, and gives the ids. */
export async function runWithCanaries(run: Run): Promise<string[]> {
  const { call, canaries, server } = run
  const { secrets, typed, rotated, answered } = canaries
  const ids: string[] = []
  const values: EnvironmentInput[] = []
  const session = Object.fromEntries(secretNameSchema.options.map((name) => [name, { kind: 'session' } as const]))
  for (const [index, change] of clientsOf(run).entries()) {
    for (const sources of [{}, session]) {
      const kept = { ...sources, ...change.secretSources }
      const value = {
        ...newEnvironment,
        client_id: 'orders',
        variables,
        ...change,
        name: `Orders ${index}`,
        secretSources: kept,
      }
      const outcome = await call('saveEnvironment', { id: null, value, secrets, keepOld: [] })
      const id = outcome.kind === 'saved' ? outcome.environment.id : ''
      ids.push(id)
      values.push(value)
      await call('answerSecret', { environmentId: id, name: 'client_secret', value: answered })
      await previewAndSend(run, id, value)
    }
  }
  await call('saveEnvironment', { id: 'sandbox', value: ofSandbox, secrets, keepOld: [] })
  await call('requestToken', { environmentId: 'sandbox' })

  const [first = ''] = ids
  const [valueOfFirst = newEnvironment] = values
  await withToken(run, first)
  await withSecret(run, first)
  await call('testSecretSource', {
    environmentId: first,
    secrets: { vault_token: typed },
    name: 'client_secret',
    source: { ...source, address: server },
  })
  const rotation = { secrets: { client_secret: rotated }, keepOld: ['client_secret' as const] }
  await call('saveEnvironment', { id: first, value: valueOfFirst, ...rotation })
  await call('discardNewSecret', { environmentId: first, name: 'client_secret' })
  await call('saveEnvironment', { id: first, value: valueOfFirst, ...rotation })
  await call('requestToken', { environmentId: first })
  await call('revealSecret', { environmentId: first, name: 'client_secret' })
  await withWorkspace(run, first)
  await share(run, ids)
  return ids
}

async function previewAndSend({ call, canaries }: Run, environmentId: string, value: EnvironmentInput): Promise<void> {
  const typed = { client_secret: canaries.typed }
  for (const secrets of [{}, typed]) {
    await call('previewTokenRequest', { environmentId, value, secrets, reveal: false })
    await call('previewTokenRequest', { environmentId, value, secrets, reveal: true })
  }
  await call('requestToken', { environmentId })
  await call('copyAsCurl', { kind: 'token', environmentId })
}

/** A secret variable in every place of a call, which the server repeats. */
async function withVariables({ call, server, canaries }: Run, environmentId: string): Promise<void> {
  await call('setSecretVariable', { environmentId, name: 'key', value: canaries.variable })
  await call('listSecretVariables', { environmentId })
  await call('saveWorkspaceVariables', { variables: [{ name: 'place', value: 'orders', secret: false }] })
  await call('listWorkspaceVariables', undefined)
  const request: ApiRequest = {
    ...newApiRequest,
    method: 'POST',
    url: `${server}/{{place}}`,
    query: [{ name: 'key', value: '{{key}}', enabled: true }],
    headers: [{ name: 'X-Key', value: '{{key}}', enabled: true }],
    body: { kind: 'json', text: '{"key":"{{key}}"}' },
  }
  const sending = { environmentId, callId: 'variables', request }
  const asked = await call('sendApiCall', sending)
  for (const { remedy } of asked.kind === 'not_sent' ? asked.problems : []) {
    if (remedy?.kind !== 'allow_origin') continue
    const { secret, origin, way } = remedy
    await call('allowOrigin', { environmentId, secret, origin, way })
  }
  await call('sendApiCall', sending)
  await call('copyAsCurl', { kind: 'api', environmentId, request })
}

async function withToken({ call, server, canaries }: Run, environmentId: string): Promise<void> {
  await call('requestToken', { environmentId })
  await call('listTokens', undefined)
  await call('revealToken', { environmentId })
  await call('copyToken', { environmentId })
  await call('verifyToken', {
    token: { kind: 'held', environmentId },
    environmentId,
    keys: { kind: 'jwks', fresh: false },
  })
  for (const authentication of ['client', 'client_secret_post', 'bearer_token_itself'] as const) {
    await call('introspectToken', { environmentId, style: { ...style, authentication } })
  }
  const introspection = await call('introspectToken', { environmentId, style: { ...style, bodyFormat: 'json' } })
  const held = { kind: 'held', environmentId } as const
  await call('compareTokens', { left: held, right: { kind: 'pasted', token: canaries.accessToken } })
  const evidence = { token: held, environmentId, verification: null, introspection }
  await call('copyEvidence', { ...evidence, format: 'markdown' })
  await call('saveEvidence', { ...evidence, format: 'html' })
  const request = { ...newApiRequest, url: `${server}/orders` } as const
  await call('sendApiCall', { environmentId, callId: 'orders', request })
  await call('sendApiCall', { environmentId, callId: 'orders', request: { ...request, url: `${server}/refused` } })
  for (const token of [canaries.pasted, canaries.pastedJwt]) {
    await call('sendApiCall', { environmentId, callId: 'pasted', request, token: { kind: 'pasted', token } })
  }
  await call('repeatApiCall', { environmentId, request, times: 2, pauseMs: 0 })
  await withVariables({ call, server, canaries }, environmentId)
  const [left, right] = await call('listAnswers', { callId: 'orders', limit: 10 })
  await call('compareAnswers', { left: left?.id ?? '', right: right?.id ?? '' })
  await call('copyAsCurl', { kind: 'api', environmentId, request })
  await call('previewCallAs', { environmentId, request, target: 'go', scope: 'token_and_call' })
  await call('copyCallAs', { environmentId, request, target: 'curl_bash', scope: 'token_and_call' })
  const saved = await call('saveApiCall', { environmentId, id: null, request })
  await call('listApiCalls', { environmentId })
  await call('getApiCall', { id: saved?.id ?? '' })
  const copy = await call('duplicateApiCall', { id: saved?.id ?? '', name: 'Copy' })
  await call('arrangeApiCalls', { environmentId, order: [{ id: copy?.id ?? '', folder: 'Orders' }] })
  for (const scenario of ['run', 'revoke'] as const) {
    const choice = {
      environmentId,
      scenario,
      tokenChoice: 'new',
      callId: saved?.id ?? null,
      scope: '',
      from: null,
    } as const
    await call('runFlow', choice)
  }
  const runs = await call('listFlowRuns', { environmentId })
  await call('getFlowRun', { id: runs[0]?.id ?? '' })
  const choice = { environmentId, scenario: 'run', tokenChoice: 'new', callId: saved?.id ?? null, scope: '' } as const
  for (const runId of [null, ...runs.map(({ id }) => id)]) {
    await call('copyEvidence', { choice, runId, format: 'markdown' })
    await call('saveEvidence', { choice, runId, format: 'html' })
  }
  const text = `<svg><text>${canaries.accessToken}</text></svg>`
  await call('saveFlowPicture', { format: 'svg', environmentId, text })
  for (const method of await call('listOtherMethods', { environmentId }))
    await call('tryMethod', { environmentId, method })
  await call('tryMethod', { environmentId, method: 'client_secret_post' })
  const ids = [saved?.id ?? '']
  await call('deleteApiCalls', { environmentId, ids })
  await call('restoreApiCalls', { environmentId, ids })
  await call('revokeToken', { environmentId })
  await withPasted({ call, server, canaries }, environmentId)
}

/** Pasted tokens: read, verified with every source of keys and opened, with and without an environment. */
async function withPasted({ call, server, canaries }: Run, environmentId: string): Promise<void> {
  const { secrets, typed } = canaries
  for (const token of [canaries.pasted, canaries.pastedJwt]) {
    await call('introspectPasted', { environmentId, token })
    await call('inspectText', { text: `curl -H 'Authorization: Bearer ${token}' ${server}`, pick: 0 })
    const reference = { kind: 'pasted', token } as const
    for (const id of [environmentId, null]) {
      for (const keys of [
        { kind: 'jwks', fresh: true },
        { kind: 'url', url: `${server}/jwks`, fresh: false },
        { kind: 'key', text: secrets.dpop_key },
        { kind: 'key', text: typed },
        { kind: 'secret', text: typed, encoding: 'utf-8' },
        { kind: 'secret', text: typed, encoding: 'hex' },
        { kind: 'client_secret' },
      ] as const) {
        await call('verifyToken', { token: reference, environmentId: id, keys })
      }
      await call('openToken', { token: reference, environmentId: id, key: { kind: 'environment' } })
      await call('openToken', { token: reference, environmentId: id, key: { kind: 'key', text: typed } })
    }
  }
}

async function withSecret({ call, server }: Run, environmentId: string): Promise<void> {
  for (const name of secretNameSchema.options) {
    await call('revealSecret', { environmentId, name })
    await call('copySecret', { environmentId, name })
  }
  await call('testSecretSource', { environmentId, secrets: {}, name: 'client_secret', source: { kind: 'stored' } })
  await call('allowOrigin', { environmentId, secret: 'client_secret', origin: server, way: plainWay })
  await call('secretStorage', undefined)
  await call('unlockSecretStorage', { passphrase: null })
  await call('protectSecrets', { passphrase: null })
  await call('rotateDataKey', undefined)
}

async function withWorkspace({ call, server, canaries }: Run, environmentId: string): Promise<void> {
  const { issuer, network, stage } = { ...newEnvironment, issuer: server }
  const unsaved = { environmentId, secrets: { proxy_password: canaries.typed }, network, stage }
  await call('discover', { ...unsaved, issuer })
  await call('listKeys', { ...unsaved, jwks_uri: `${server}/jwks` })
  await call('testConnection', { ...unsaved, issuer, token_endpoint: '', jwks_uri: '' })
  const copy = await call('duplicateEnvironment', { environmentId })
  await call('moveEnvironment', { environmentId: copy?.id ?? '', folder: 'Shop', before: null })
  const value = { ...newEnvironment, name: 'Copy', token_endpoint: `${server}/refused` }
  await call('saveEnvironment', { id: copy?.id ?? '', value, secrets: {}, keepOld: [] })
  await call('deleteEnvironment', { environmentId: copy?.id ?? '' })
  await call('restoreEnvironment', { environmentId: copy?.id ?? '' })
  await call('forgetSecret', { environmentId: copy?.id ?? '', name: 'client_secret' })
  await call('listEnvironments', undefined)
  await call('getEnvironment', { environmentId })
  await call('listSecretStates', { environmentIds: [environmentId] })
  await call('listLastOutcomes', undefined)
  const exchanges = await call('listExchanges', { environmentId: null, limit: 200 })
  await call('acceptCertificate', { environmentId, exchangeId: exchanges[0]?.id ?? '', fingerprint })
  await call('undoAcceptCertificate', { environmentId })
  const { searchId } = await call('searchHistory', { ...allExchanges, text: 'token' })
  await call('readHistory', { searchId, from: 0, count: 200 })
  await call('placeInHistory', { searchId, id: exchanges[0]?.id ?? '' })
  await call('historyFacts', undefined)
  await call('exportHistory', { chosen: { kind: 'search', searchId }, format: 'har' })
  await call('exportHistory', { chosen: { kind: 'search', searchId }, format: 'jsonl' })
  await call('getActivity', { environmentId, range: '24h' })
  await call('acceptFinding', { environmentId, code: 'lifetime_over_hour', reason: 'Known.' })
  await sendProbes(call, environmentId)
  await call('getReview', { environmentId })
  await call('saveReview', { environmentId, format: 'html', isOnlyOpen: false })
  await call('saveReview', { environmentId, format: 'markdown', isOnlyOpen: true })
  await call('copyReview', { environmentId, practice: null })
  await call('withdrawAcceptance', { environmentId, code: 'lifetime_over_hour', restore: null })
  for (const { id } of exchanges) {
    await call('getExchange', { id })
    await call('getExchangeChain', { id })
    await call('getHistoryEntry', { id })
    await call('setNote', { id, note: 'Ask the operator' })
    await call('readAnswer', { id, from: 0, length: 1000 })
    await call('findInAnswer', { id, text: 'token' })
    await call('saveResponseBody', { id })
  }
  await call('setPinned', { ids: exchanges.map(({ id }) => id), isPinned: true })
  await call('deleteHistory', { kind: 'ids', ids: ['gone'] })
  for (const { id } of exchanges) {
    await call('compareExchanges', { left: exchanges[0]?.id ?? '', right: id })
    await call('getRecordedToken', { id })
    await call('planSendAgain', { id })
    await call('saveEvidence', { exchangeId: id, format: 'markdown' })
  }
  await call('driftCounts', undefined)
  await call('setWatch', { environmentId, minutes: 60, callId: null, introspects: true })
  await call('listWatches', undefined)
  await call('endWatch', { environmentId })
  await call('sandboxChanges', undefined)
  await call('setSandboxChanges', [])
  await call('setDriftExpected', { ids: ['none'], isExpected: true })
  await call('setRecording', { environmentId, isRecorded: false })
  await call('listUnrecorded', undefined)
  await call('setHistoryLimits', { days: 30 })
  await call('getHistoryLimits', undefined)
  await call('copyAsCurl', { kind: 'exchange', id: exchanges[0]?.id ?? '' })
  await call('saveHar', { exchangeIds: exchanges.map(({ id }) => id) })
  const filter = { text: '', kinds: [], environmentIds: [], from: null, to: null }
  await call('listAuditEntries', { filter, skip: 0, count: 200 })
  await call('verifyAudit', undefined)
  for (const format of auditFormats) await call('exportAudit', { filter, format })
  await call('saveDraft', { key: 'new', value: JSON.stringify({ name: 'half typed' }) })
  await call('listDrafts', undefined)
  await call('chooseFile', { title: 'Any' })
  await call('setPreferences', { theme: 'dark' })
  await call('getPreferences', undefined)
  await call('sandboxStatus', undefined)
  await call('about', undefined)
}

async function exportAll({ call }: Pick<Run, 'call'>, options: ExportOptions): Promise<void> {
  await call('previewExport', options)
  await call('saveExport', options)
  await call('copyExport', options)
}

async function share({ call, canaries }: Run, environmentIds: string[]): Promise<void> {
  await call('newPassphrase', undefined)
  await call('copyPassphrase', { passphrase: canaries.exportPassphrase })
  await call('sharingKeys', undefined)
  const made = await call('createSharingKeys', { name: 'Someone' })
  const recipient = made.kind === 'done' ? (made.keys.own?.recipient ?? '') : ''
  await call('saveRecipient', { name: 'Someone', recipient })
  const passphrase = canaries.exportPassphrase
  const ways: CarriedSecrets[] = [
    { kind: 'none' },
    { kind: 'recipients', recipients: [recipient] },
    { kind: 'passphrase', passphrase },
  ]
  for (const format of otherTools) await exportAll({ call }, { format, environmentIds })
  for (const secrets of ways) {
    await exportAll({ call }, { format: 'explorer', environmentIds, secrets, sign: true })
  }
  const read = await call('readImport', { kind: 'choose_file' })
  const importId = 'importId' in read ? read.importId : ''
  await call('openImport', { importId, passphrase: 'not this one at all' })
  const opened = await call('openImport', { importId, passphrase })
  const items = opened.kind === 'preview' ? opened.items : []
  if (opened.kind === 'preview') await call('editImport', { importId, edits: opened.edits })
  for (const { id: environmentId } of items) await call('listImportedCalls', { importId, environmentId })
  await call('applyImport', { importId, choices: items.map(({ id }) => ({ id, choice: 'both' })) })
  await call('undoImport', { importId })
  await call('deleteRecipient', { recipient })
  const { authors } = await call('sharingKeys', undefined)
  const publicKey = authors[0]?.publicKey ?? ''
  await call('deleteAuthor', { publicKey })
  await call('restoreAuthor', { publicKey })
}

/** Everything that a review can send of this environment. */
async function sendProbes(call: Call, environmentId: string): Promise<void> {
  const review = await call('getReview', { environmentId })
  const possible = (review?.probes ?? []).flatMap(({ probe, plan }) =>
    plan.kind === 'requests' ? [{ probe, requests: plan.requests }] : [],
  )
  if (possible.length === 0) return
  await call('runProbes', {
    environmentId,
    probes: possible.map(({ probe }) => probe),
    announced: possible.flatMap(({ requests }) => requests),
    isProductionConfirmed: true,
    otherAudience: '',
  })
}
