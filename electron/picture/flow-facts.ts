import type { AuthMethod, BasicEncoding } from '../contract/client-authentication.ts'
import type { Environment } from '../contract/environment.ts'
import type { FlowResult, FlowRun } from '../contract/flow.ts'
import type { SecretSourceKind } from '../contract/secret-source.ts'
import type { SecretName } from '../contract/secret.ts'

/** What the client authenticates with, and where it is kept. */
export interface Credential {
  is: 'secret' | 'key' | 'certificate' | 'assertion' | 'nothing'
  keptIn: SecretSourceKind | 'none'
  /** Whole days since a stored one was set; null is not known. */
  ageInDays: number | null
}

export type TokenResult = Extract<FlowResult, { kind: 'token' }>

/** What an explanation says of an environment that its plan does not hold. */
export interface FlowFacts {
  basicEncoding: BasicEncoding
  /** Seconds before its expiry from which a token is not reused. */
  renewBefore: number
  /** How many parameters and header fields of the token request are added under Configure. */
  extras: number
  credential: Credential
  /** Of the source that is asked first for a secret, over the network. */
  sourceScheme: 'http' | 'https'
  /** What the last run that is shown gave; null before one ran. */
  token: TokenResult | null
}

export function flowFactsOf(environment: Environment, run: Pick<FlowRun, 'acts'> | null, now: number): FlowFacts {
  return {
    basicEncoding: environment.basicEncoding,
    renewBefore: environment.renewBefore,
    extras: environment.parameters.length + environment.headers.length,
    credential: credentialOf(environment, now),
    sourceScheme: sourceSchemeOf(environment),
    token: run === null ? null : tokenOf(run),
  }
}

function tokenOf({ acts }: Pick<FlowRun, 'acts'>): TokenResult | null {
  const result = acts.find(({ name }) => name === 'token')?.result ?? null
  return result?.kind === 'token' ? result : null
}

const credentials: Readonly<Record<AuthMethod, readonly [Credential['is'], SecretName | null]>> = {
  client_secret_basic: ['secret', 'client_secret'],
  client_secret_post: ['secret', 'client_secret'],
  client_secret_jwt: ['secret', 'client_secret'],
  private_key_jwt: ['key', 'private_key'],
  client_assertion_file: ['assertion', null],
  tls_client_auth: ['certificate', 'client_certificate_key'],
  self_signed_tls_client_auth: ['certificate', 'client_certificate_key'],
  none: ['nothing', null],
}

function credentialOf(environment: Environment, now: number): Credential {
  const [is, name] = credentials[environment.token_endpoint_auth_method]
  if (is === 'assertion') return { is, keptIn: 'file', ageInDays: null }
  if (name === null) return { is, keptIn: 'none', ageInDays: null }
  const { kind, setAt } = environment.secrets[name]
  const file = is === 'key' ? environment.assertion.keyFile : is === 'certificate' ? certificateFile(environment) : ''
  const keptIn = kind === 'source' ? (environment.secretSources[name]?.kind ?? 'stored') : kind
  return {
    is,
    keptIn: keptIn === 'none' && file !== '' ? 'file' : keptIn,
    ageInDays: setAt === null ? null : Math.max(0, Math.floor((now - setAt) / 86_400_000)),
  }
}

function certificateFile({ network: { clientCertificate } }: Environment): string {
  return clientCertificate.keyFile === '' ? clientCertificate.certificateFile : clientCertificate.keyFile
}

function sourceSchemeOf({ secretSources }: Pick<Environment, 'secretSources'>): FlowFacts['sourceScheme'] {
  const [url = ''] = Object.values(secretSources).flatMap((source) => {
    switch (source.kind) {
      case 'vault':
        return [source.address]
      case 'aws_secrets_manager':
        return [source.endpoint]
      case 'azure_key_vault':
        return [source.vaultUrl]
      default:
        return []
    }
  })
  return /^http:/i.test(url) ? 'http' : 'https'
}
