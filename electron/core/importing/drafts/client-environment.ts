import { newEnvironment } from '../../../catalogue/new-environment.ts'
import { notesAbout } from '../../../catalogue/providers.ts'
import { isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { type SecretName, secretValueSchema, type TypedSecrets } from '../../../contract/secret.ts'
import type { FoundSecret } from '../../../contract/sharing.ts'
import { secretNames } from '../../../vocabulary/secret-names.ts'
import { sealedText } from '../../variables/secret-values.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import type { CallSecret } from './call-secrets.ts'
import { clearSettings } from './clear-settings.ts'
import { settingsOf } from './client-settings.ts'
import { variablesOf } from './environment-variables.ts'
import type { DraftClient } from './import-draft.ts'
import type { KnownSecrets } from './known-secrets.ts'
import type { PreparedCall } from './prepared-calls.ts'
import type { Scope } from './variable-scope.ts'
import { variableAlone } from '../../../vocabulary/variables.ts'

export interface MadeEnvironment {
  environment: ReadEnvironment
  carried: TypedSecrets
  /** Of its client. */
  facts: readonly ImportFact[]
  ofVariables: readonly ImportFact[]
  needed: readonly string[]
}

export interface Planned {
  id: string
  kind: ReadEnvironment['kind']
  client: DraftClient | null
  scope: Scope
  calls: readonly PreparedCall[]
  secrets: readonly CallSecret[]
  left: ReadonlySet<string>
  known: KnownSecrets
}

/** One environment: settings, calls, the variables that they use, and its secrets apart. */
export function madeEnvironment({ id, kind, client, scope, calls, secrets, left, known }: Planned): MadeEnvironment {
  const settings = client === null ? null : settingsOf(client, scope)
  const used = new Set(calls.flatMap((call) => [...call.used]))
  const variables = variablesOf({ scope, secrets: secrets.filter(({ name }) => used.has(name)), used, left, known })
  const clear = clearSettings(settings?.value ?? { ...newEnvironment, name: '?' }, known)
  const value: EnvironmentInput = {
    ...clear.value,
    variables: variables.rows,
  }
  const ofClient = client === null ? noSecrets : clientSecrets(client, scope)
  const ofVariables = sealedText(variables.secrets)
  const carried: TypedSecrets = {
    ...ofClient.secrets,
    ...(ofVariables === '' ? {} : { secret_variables: ofVariables }),
  }
  const isSecretVariable = new Set(variables.rows.flatMap(({ name, secret }) => (secret ? [name] : [])))
  const needed = [...(settings?.needed ?? []), ...variables.needed].filter((name) => !isSecretVariable.has(name))
  return {
    environment: {
      id,
      kind,
      value,
      calls: calls.map(({ call }) => call),
      preserved: {
        environment: {},
        file: {},
        declaredSecrets: secretNames.filter(
          (name) => carried[name] !== undefined || (client !== null && isNeeded(name, value)),
        ),
      },
      encrypted: [],
      open: settings?.open ?? [],
      found: [...ofClient.found, ...variables.found, ...calls.flatMap(({ found }) => found)],
    },
    carried,
    facts: [
      ...(settings?.facts ?? []),
      ...clear.facts,
      ...ofClient.facts,
      ...(client === null || settings === null ? [] : hints(client, value, settings.open)),
    ],
    ofVariables: [
      ...variables.facts,
      ...[...scope.loops].map((name): ImportFact => ({ code: 'variable_loop', evidence: { name } })),
    ],
    needed,
  }
}

const noSecrets: ReturnType<typeof clientSecrets> = { secrets: {}, found: [], facts: [] }

function clientSecrets({ secrets }: DraftClient, scope: Scope) {
  const found: FoundSecret[] = []
  const facts: ImportFact[] = []
  const values = secretNames.flatMap((name): [SecretName, string][] => {
    const text = secrets[name]
    if (text === undefined || text.trim() === '' || name === 'secret_variables') return []
    const { text: value, missing } = scope.resolve(text)
    if (missing.size > 0) return []
    if (isPlaceholder(value)) {
      facts.push({ code: 'placeholder', evidence: { field: name } })
      return []
    }
    const parsed = secretValueSchema.safeParse(value)
    if (!parsed.success) {
      facts.push({ code: 'value_left_out', evidence: { field: name, problem: parsed.error.issues[0]?.message ?? '' } })
      return []
    }
    const place = variableAlone(text.trim()) ?? ''
    found.push({ name, variable: '', of: 'settings', place, call: '', likely: false })
    return [[name, value]]
  })
  return { secrets: Object.fromEntries(values), found, facts }
}

/** What the method needs, so that it is asked for where the file has none. */
function isNeeded(name: SecretName, value: EnvironmentInput): boolean {
  const { token_endpoint_auth_method: method, assertion, network } = value
  switch (name) {
    case 'client_secret':
      return method === 'client_secret_basic' || method === 'client_secret_post' || method === 'client_secret_jwt'
    case 'private_key':
      return method === 'private_key_jwt' && assertion.keyFile === ''
    case 'client_certificate_key': {
      const { certificateFile, keyFile, certificate } = network.clientCertificate
      const isUsed = method === 'tls_client_auth' || method === 'self_signed_tls_client_auth' || certificate !== ''
      return isUsed && certificateFile === '' && keyFile === ''
    }
    case 'proxy_password':
      return network.proxy.mode === 'explicit' && network.proxy.username !== ''
    default:
      return false
  }
}

/** What a person should know of the settings as they are now. */
function hints(client: DraftClient, value: EnvironmentInput, open: ReadEnvironment['open']): ImportFact[] {
  const isOpen = open.some(({ field }) => field === 'token_endpoint')
  const facts: ImportFact[] = []
  if (value.token_endpoint === '' && value.issuer !== '' && !isOpen)
    facts.push({ code: 'issuer_not_token_endpoint', evidence: { issuer: value.issuer } })
  if (client.settings.token_endpoint_auth_method === undefined && value.client_id !== '' && value.token_endpoint !== '')
    facts.push({ code: 'method_guessed', evidence: { method: value.token_endpoint_auth_method } })
  const isWithoutAudience = value.audience === '' && !open.some(({ field }) => field === 'audience')
  if (isWithoutAudience && needsAudience(value)) facts.push({ code: 'audience_missing', evidence: {} })
  return facts
}

const needsAudience = (value: EnvironmentInput): boolean =>
  notesAbout(value).some(({ id }) => id === 'audience_missing') ||
  (value.token_endpoint.startsWith('https://login.cloud.camunda.io/') &&
    !value.parameters.some(({ name }) => name === 'audience'))
