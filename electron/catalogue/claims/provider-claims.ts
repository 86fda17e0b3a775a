import type { Unit } from './entry.ts'

export const providers = [
  'Microsoft',
  'Okta',
  'Keycloak',
  'Auth0',
  'Cognito',
  'cidaas',
  'Google',
  'Ory',
  'Zitadel',
  'Kubernetes',
  'Salesforce',
  'Apigee',
] as const
export type Provider = (typeof providers)[number]

/** What a provider means by a private name, or by a registered one. Names that end in `*` stand for all that begin so. */
export interface ProviderEntry {
  provider: Provider
  meaning: string
  unit: Unit | null
}

type Names = Readonly<Record<string, string | readonly [meaning: string, unit: Unit]>>

const claims: Partial<Record<Provider, Names>> = {
  // https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
  Microsoft: {
    scp: 'Delegated permissions: what the user let the client do',
    roles: 'Application permissions and app roles',
    appid: 'Client (tokens of version 1.0)',
    azp: 'Client (tokens of version 2.0)',
    appidacr: 'Client authentication: 0 none, 1 secret, 2 certificate',
    azpacr: 'Client authentication: 0 none, 1 secret, 2 certificate',
    tid: 'Tenant',
    oid: 'Object ID of the user or service principal',
    ver: 'Version of the token: 1.0 or 2.0',
    uti: 'Token ID',
    rh: 'Internal, for Microsoft only',
    aio: 'Internal, for Microsoft only',
    idtyp: 'Whom the token is for: app or user',
    wids: 'Directory roles of the user',
    idp: 'Identity provider that authenticated the subject',
    hasgroups: 'There are groups, too many to list',
    unique_name: 'Readable name of the subject, not unique',
    upn: 'User principal name',
    ipaddr: 'IP address that the user authenticated from',
    pwd_exp: ['When the password expires', 'seconds'],
    pwd_url: 'Where the password can be changed',
    'xms_*': 'Optional or internal',
  },
  Okta: {
    ver: 'Version of the token',
    cid: 'Client',
    uid: 'User',
    scp: 'Scopes',
  },
  Keycloak: {
    realm_access: 'Roles in the realm',
    resource_access: 'Roles per client',
    typ: 'Kind of token, such as Bearer',
    clientId: 'Client of the service account',
    clientHost: 'Host that the client requested the token from',
    clientAddress: 'Address that the client requested the token from',
    'allowed-origins': 'Web origins that may use the token',
    preferred_username: 'User; service-account-… for a client itself',
    session_state: 'Session ID',
    authorization: 'Permissions on resources',
  },
  Auth0: {
    gty: 'Grant type the token was requested with',
    permissions: 'Permissions (RBAC)',
    org_id: 'Organization',
    org_name: 'Name of the organization',
  },
  Cognito: {
    'cognito:groups': 'Groups of the user pool',
    'cognito:username': 'User',
    'cognito:roles': 'IAM roles of the groups',
    'cognito:preferred_role': 'IAM role of the first group',
    token_use: 'What the token is for: access or id',
    version: 'Version of the token',
    origin_jti: 'Token ID of the sign-in, for revocation',
    event_id: 'ID of the sign-in event',
    device_key: 'Remembered device',
    username: 'User',
    'custom:*': 'Custom attribute of the user pool',
  },
  cidaas: {
    scopes: 'Scopes',
    roles: 'Roles',
    groups: 'Groups, with the roles in each',
    ua_hash: 'Hash of the user agent',
  },
  Google: {
    hd: 'Hosted domain of the account',
    google: 'Instance and project on Google Cloud',
  },
  Ory: {
    ext: 'Custom claims',
    scp: 'Scopes',
  },
  Zitadel: {
    'urn:zitadel:iam:org:project:*': 'Roles in a project',
    'urn:zitadel:iam:user:metadata': 'Metadata of the user, base64url',
    'urn:zitadel:iam:user:resourceowner:*': 'Organization that the user belongs to',
    'urn:zitadel:iam:org:domain:primary': 'Primary domain of the organization',
    'urn:zitadel:iam:action:*': 'Log of an action that set claims',
    'urn:zitadel:iam:*': 'A claim of its own',
  },
  Kubernetes: {
    'kubernetes.io': 'Namespace, pod and service account',
  },
}

const answers: Partial<Record<Provider, Names>> = {
  Microsoft: {
    ext_expires_in: ['Lifetime if the token service is down', 'seconds'],
    expires_on: ['When the token expires', 'date'],
    not_before: ['When the token becomes valid', 'date'],
    resource: 'API the token is for',
  },
  Keycloak: {
    refresh_expires_in: ['Lifetime of the refresh token', 'seconds'],
    'not-before-policy': ['Tokens issued before this are refused; 0 is none', 'date'],
    session_state: 'Session ID',
  },
  Salesforce: {
    instance_url: 'Where the API of this organization is',
    id: 'Identity URL: who the token acts as',
    issued_at: ['Issued at', 'milliseconds'],
    signature: 'HMAC over id and issued_at',
    api_instance_url: 'Where the API is called',
  },
  Apigee: {
    issued_at: ['Issued at', 'milliseconds'],
    refresh_token_issued_at: ['When the refresh token was issued', 'milliseconds'],
    refresh_token_expires_in: ['Lifetime of the refresh token', 'seconds'],
    refresh_count: 'How often the token was refreshed',
    application_name: 'ID of the app',
    api_product_list: 'API products that the token is for',
    'developer.email': 'Developer of the app',
    organization_name: 'Organization',
  },
}

export const providerClaims = collect(claims)
export const providerAnswers = collect(answers)

export interface ProviderNames {
  exact: ReadonlyMap<string, readonly ProviderEntry[]>
  /** By what the name begins with, the most particular first. */
  prefixed: readonly (readonly [prefix: string, entry: ProviderEntry])[]
}

function collect(names: Partial<Record<Provider, Names>>): ProviderNames {
  const exact = new Map<string, ProviderEntry[]>()
  const prefixed: [string, ProviderEntry][] = []
  for (const provider of providers)
    for (const [name, value] of Object.entries(names[provider] ?? {})) {
      const [meaning, unit] = typeof value === 'string' ? [value, null] : value
      const entry = { provider, meaning, unit }
      if (name.endsWith('*')) prefixed.push([name.slice(0, -1), entry])
      else exact.set(name, [...(exact.get(name) ?? []), entry])
    }
  return { exact, prefixed: prefixed.toSorted(([a], [b]) => b.length - a.length) }
}
