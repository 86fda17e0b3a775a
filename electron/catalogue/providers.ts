import type { EnvironmentInput } from '../contract/environment.ts'
import {
  always,
  anyScope,
  hasNoAudience,
  hasNoScope,
  introspects,
  introspectsInJson,
  isSameOrigin,
  revokes,
} from './providers/conditions.ts'
import type { Placeholder, ProviderNote, ProviderPreset } from './providers/preset.ts'

const base = (example: string, label = 'Base URL', usual = ''): Placeholder => ({ name: 'base', label, example, usual })

/**
 * Every preset. Facts and links were checked in public sources in November 2026; those marked "recall" were not found
 * there and are known from use.
 */
export const providers: readonly ProviderPreset[] = [
  {
    id: 'standard',
    name: 'Standard',
    placeholders: [],
    templates: {},
    sets: {},
    scopeExample: '',
    notes: [],
  },
  {
    id: 'cidaas',
    name: 'cidaas',
    placeholders: [base('https://example.cidaas.de')],
    templates: {
      issuer: '{base}',
      token_endpoint: '{base}/token-srv/token',
      introspection_endpoint: '{base}/token-srv/introspect',
      revocation_endpoint: '{base}/token-srv/revoke',
      jwks_uri: '{base}/.well-known/jwks.json',
    },
    sets: {
      token_endpoint_auth_method: 'client_secret_post',
      tokenBodyFormat: 'form',
      introspection: { authentication: 'bearer_token_itself', bodyFormat: 'form', responseFormat: 'json' },
    },
    scopeExample: 'orders:read',
    usualLifetime: 86_400,
    notes: [
      {
        id: 'authentication',
        severity: 'info',
        when: ({ token_endpoint_auth_method: method }) => method === 'client_secret_basic',
        sentence: 'Apps of cidaas use client_secret_post unless their settings say otherwise.',
        advice: 'If the client is not accepted, choose client_secret_post.',
        link: 'https://docs.cidaas.com/openapi/authentication/token-generate-token',
      },
      {
        id: 'scopes_not_published',
        severity: 'info',
        when: ({ scope }) => scope !== '',
        sentence:
          'Scopes of your APIs are not in scopes_supported of the metadata, and tokens name theirs in an array "scopes".',
        advice: null,
        link: 'https://articles.cidaas.de/cidaas-app-types/service.html',
      },
      {
        id: 'tokens',
        severity: 'info',
        when: always,
        sentence:
          'Tokens live for 86,400 s (a day) by default, and may be encrypted: then only introspection says what they hold.',
        advice: null,
        link: 'https://articles.cidaas.de/cidaas-app-types/service.html',
      },
    ],
  },
  {
    id: 'auth0',
    name: 'Auth0',
    placeholders: [base('https://example.eu.auth0.com')],
    // Recall: the slash at the end of the issuer, and the JWKS URI.
    templates: {
      issuer: '{base}/',
      token_endpoint: '{base}/oauth/token',
      jwks_uri: '{base}/.well-known/jwks.json',
    },
    sets: { token_endpoint_auth_method: 'client_secret_post' },
    scopeExample: 'read:orders',
    notes: [
      {
        id: 'audience_missing',
        severity: 'warning',
        when: hasNoAudience,
        sentence: 'Auth0 needs an audience for this grant; without one there is no token for your API.',
        advice: 'Enter the identifier of your API under Audience.',
        link: 'https://support.auth0.com/center/s/article/Client-credentials-grant-requires-audience-parameter',
      },
      {
        id: 'issuer_slash',
        severity: 'info',
        when: ({ issuer }) => issuer !== '' && !issuer.endsWith('/'),
        sentence: 'Issuers of Auth0 end with a slash, and issuers must match exactly.',
        advice: 'Add the slash to the issuer.',
        link: 'https://www.rfc-editor.org/rfc/rfc8414#section-3.3',
      },
      {
        id: 'no_introspection',
        severity: 'warning',
        when: introspects,
        sentence: 'Auth0 has no introspection: APIs validate its tokens offline.',
        advice: 'Use Verify on the Token tab.',
        link: 'https://www.rfc-editor.org/rfc/rfc9068#section-4',
      },
      {
        id: 'no_revocation',
        severity: 'warning',
        when: revokes,
        sentence: 'Access tokens of Auth0 cannot be revoked; its revocation endpoint is for refresh tokens.',
        advice: 'Keep lifetimes short.',
        link: 'https://auth0.com/docs/api/v2/tokens',
      },
    ],
  },
  {
    id: 'okta',
    name: 'Okta',
    placeholders: [
      base('https://example.okta.com', 'Okta domain'),
      { name: 'server', label: 'Authorization server', example: 'aus1a2b3c4', usual: 'default' },
    ],
    // Recall: introspection, revocation and keys.
    templates: {
      issuer: '{base}/oauth2/{server}',
      token_endpoint: '{base}/oauth2/{server}/v1/token',
      introspection_endpoint: '{base}/oauth2/{server}/v1/introspect',
      revocation_endpoint: '{base}/oauth2/{server}/v1/revoke',
      jwks_uri: '{base}/oauth2/{server}/v1/keys',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: 'orders.read',
    notes: [
      {
        id: 'org_server_scopes',
        severity: 'warning',
        when: (value) => isOktaOrgServer(value) && anyScope((scope) => !scope.startsWith('okta.'))(value),
        sentence: 'The org authorization server (/oauth2/v1/token) knows Okta’s own scopes only and refuses yours.',
        advice: 'Use a custom authorization server: /oauth2/default/v1/token or your own.',
        link: 'https://developer.okta.com/docs/concepts/auth-servers',
      },
      {
        id: 'okta_scopes',
        severity: 'warning',
        when: (value) =>
          value.token_endpoint_auth_method !== 'private_key_jwt' &&
          anyScope((scope) => scope.startsWith('okta.'))(value),
        sentence: 'Scopes of Okta’s own API (okta.…) are granted to clients with private_key_jwt only.',
        advice: 'Choose private_key_jwt and register the public key at Okta.',
        link: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/',
      },
      {
        // Recall.
        id: 'scope_missing',
        severity: 'info',
        when: hasNoScope,
        sentence: 'Without scopes Okta answers invalid_scope, unless the authorization server has a default scope.',
        advice: 'Enter a scope of the authorization server.',
        link: 'https://developer.okta.com/docs/guides/customize-authz-server/create-scopes/',
      },
    ],
  },
  {
    id: 'entra',
    name: 'Microsoft Entra ID',
    placeholders: [
      base('https://login.microsoftonline.us', 'Authority', 'https://login.microsoftonline.com'),
      { name: 'tenant', label: 'Tenant', example: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490', usual: '' },
      { name: 'resource', label: 'Application ID URI of the API', example: 'api://orders', usual: '' },
    ],
    // Recall: issuer and keys of version 2.0.
    templates: {
      issuer: '{base}/{tenant}/v2.0',
      token_endpoint: '{base}/{tenant}/oauth2/v2.0/token',
      jwks_uri: '{base}/{tenant}/discovery/v2.0/keys',
      scope: '{resource}/.default',
    },
    sets: {
      token_endpoint_auth_method: 'client_secret_post',
      assertion: { alg: 'PS256', audience: 'token_endpoint', thumbprints: ['x5t#S256'] },
    },
    scopeExample: 'api://orders/.default',
    notes: [
      {
        id: 'scope_missing',
        severity: 'warning',
        when: hasNoScope,
        sentence: 'Entra needs a scope: the API’s application ID URI with /.default at its end.',
        advice: 'Enter, for example, api://orders/.default as scope.',
        link: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
      },
      {
        id: 'default_scope',
        severity: 'warning',
        when: anyScope((scope) => !scope.endsWith('/.default')),
        sentence: 'For this grant Entra takes scopes that end with /.default only (AADSTS1002012).',
        advice: 'Ask for {resource}/.default, and grant single permissions as app roles.',
        link: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
      },
      {
        id: 'thumbprint_missing',
        severity: 'warning',
        when: ({ token_endpoint_auth_method: method, assertion }) =>
          method === 'private_key_jwt' && assertion.thumbprints.length === 0,
        sentence: 'Entra finds the certificate of a client assertion by x5t#S256 (or x5t) in its header.',
        advice: 'Add x5t#S256 to the assertion, and enter the certificate of the key.',
        link: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
      },
      {
        id: 'assertion_audience',
        severity: 'warning',
        when: ({ token_endpoint_auth_method: method, assertion }) =>
          (method === 'private_key_jwt' || method === 'client_secret_jwt') && assertion.audience === 'issuer',
        sentence: 'Entra expects the token endpoint as audience of a client assertion, not the issuer.',
        advice: 'Choose the token endpoint as audience of the assertion.',
        link: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
      },
      {
        id: 'roles',
        severity: 'info',
        when: always,
        sentence: 'Permissions of an application are in the claim roles of the token, not in scp or scope.',
        advice: null,
        link: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
      },
      {
        // Recall.
        id: 'no_introspection',
        severity: 'warning',
        when: (value) => introspects(value) || revokes(value),
        sentence: 'Entra has neither introspection nor revocation: APIs validate its tokens offline.',
        advice: 'Use Verify on the Token tab.',
        link: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
      },
    ],
  },
  {
    id: 'keycloak',
    name: 'Keycloak',
    placeholders: [
      base('https://sso.example.com', 'Base URL (with /auth before version 17)'),
      { name: 'realm', label: 'Realm', example: 'orders', usual: '' },
    ],
    // Recall: revocation and keys.
    templates: {
      issuer: '{base}/realms/{realm}',
      token_endpoint: '{base}/realms/{realm}/protocol/openid-connect/token',
      introspection_endpoint: '{base}/realms/{realm}/protocol/openid-connect/token/introspect',
      revocation_endpoint: '{base}/realms/{realm}/protocol/openid-connect/revoke',
      jwks_uri: '{base}/realms/{realm}/protocol/openid-connect/certs',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: '',
    notes: [
      {
        id: 'audience_mapper',
        severity: 'warning',
        when: (value) => !hasNoAudience(value) || value.resource.length > 0,
        sentence: 'Keycloak does not take the audience from the request: aud comes from an audience mapper.',
        advice: 'Add an audience mapper to a client scope of this client.',
        // Recall: the anchor.
        link: 'https://www.keycloak.org/docs/latest/server_admin/index.html#audience-support',
      },
      {
        id: 'introspection_audience',
        severity: 'info',
        when: introspects,
        sentence: 'Introspection answers inactive when the client that asks is not in aud of the token.',
        advice: 'If a valid token is inactive, add the asking client to aud by an audience mapper.',
        link: 'https://www.keycloak.org/docs/latest/server_admin/index.html#audience-support',
      },
    ],
  },
  {
    id: 'cognito',
    name: 'Amazon Cognito',
    placeholders: [
      {
        name: 'domain',
        label: 'Domain of the user pool',
        example: 'example.auth.eu-central-1.amazoncognito.com',
        usual: '',
      },
      { name: 'region', label: 'Region', example: 'eu-central-1', usual: '' },
      { name: 'pool', label: 'User pool ID', example: 'eu-central-1_a1B2c3D4e', usual: '' },
    ],
    // Recall: issuer and keys.
    templates: {
      issuer: 'https://cognito-idp.{region}.amazonaws.com/{pool}',
      token_endpoint: 'https://{domain}/oauth2/token',
      jwks_uri: 'https://cognito-idp.{region}.amazonaws.com/{pool}/.well-known/jwks.json',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: 'orders-api/read',
    notes: [
      {
        id: 'scope_form',
        severity: 'warning',
        when: anyScope((scope) => !scope.includes('/')),
        sentence: 'Scopes for this grant have the form resourceServer/scope.',
        advice: 'Put the identifier of the resource server and a slash before the scope.',
        link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
      },
      {
        // Recall.
        id: 'no_introspection',
        severity: 'warning',
        when: introspects,
        sentence: 'Cognito has no introspection: APIs validate its tokens offline.',
        advice: 'Use Verify on the Token tab.',
        link: 'https://www.rfc-editor.org/rfc/rfc9068#section-4',
      },
    ],
  },
  {
    id: 'pingfederate',
    name: 'PingFederate',
    placeholders: [base('https://sso.example.com:9031')],
    // Recall: revocation and keys.
    templates: {
      issuer: '{base}',
      token_endpoint: '{base}/as/token.oauth2',
      introspection_endpoint: '{base}/as/introspect.oauth2',
      revocation_endpoint: '{base}/as/revoke_token.oauth2',
      jwks_uri: '{base}/pf/JWKS',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: '',
    notes: [
      {
        id: 'introspection_form',
        severity: 'warning',
        when: introspectsInJson,
        sentence: 'Introspection takes form bodies only.',
        advice: 'Choose form as body format of the introspection.',
        link: 'https://docs.pingidentity.com/pingfederate/latest/developers_reference_guide/pf_introspec_endpoint.html',
      },
    ],
  },
  {
    id: 'forgerock',
    name: 'ForgeRock',
    placeholders: [
      base('https://am.example.com'),
      { name: 'realm', label: 'Realm below the root', example: 'alpha', usual: '' },
    ],
    // Recall: revocation and keys.
    templates: {
      issuer: '{base}/am/oauth2/realms/root/realms/{realm}',
      token_endpoint: '{base}/am/oauth2/realms/root/realms/{realm}/access_token',
      introspection_endpoint: '{base}/am/oauth2/realms/root/realms/{realm}/introspect',
      revocation_endpoint: '{base}/am/oauth2/realms/root/realms/{realm}/token/revoke',
      jwks_uri: '{base}/am/oauth2/realms/root/realms/{realm}/connect/jwk_uri',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: '',
    notes: [
      {
        id: 'introspection_form',
        severity: 'warning',
        when: introspectsInJson,
        sentence: 'Introspection takes the token in the body of a POST, as form.',
        advice: 'Choose form as body format of the introspection.',
        link: 'https://backstage.forgerock.com/docs/am/7.5/oauth2-guide/oauth2-introspect-endpoint.html',
      },
    ],
  },
  {
    id: 'salesforce',
    name: 'Salesforce',
    placeholders: [base('https://example.my.salesforce.com', 'My Domain URL')],
    // Recall: introspection, revocation and keys.
    templates: {
      issuer: '{base}',
      token_endpoint: '{base}/services/oauth2/token',
      introspection_endpoint: '{base}/services/oauth2/introspect',
      revocation_endpoint: '{base}/services/oauth2/revoke',
      jwks_uri: '{base}/id/keys',
    },
    sets: { token_endpoint_auth_method: 'client_secret_post' },
    scopeExample: '',
    notes: [
      {
        // Recall.
        id: 'my_domain',
        severity: 'warning',
        when: ({ token_endpoint: url }) => /^https:\/\/(?:login|test)\.salesforce\.com(?:[/:]|$)/i.test(url),
        sentence: 'This grant works at the My Domain URL only, not at login.salesforce.com or test.salesforce.com.',
        advice: 'Use https://….my.salesforce.com/services/oauth2/token.',
        link: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm',
      },
      {
        id: 'answer',
        severity: 'info',
        when: always,
        sentence:
          'The answer often has no expires_in, the token is opaque, and instance_url names the host of the API to call.',
        advice: null,
        link: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm',
      },
    ],
  },
  {
    id: 'apigee',
    name: 'Apigee',
    placeholders: [],
    templates: {},
    sets: {},
    scopeExample: '',
    notes: [
      {
        id: 'expires_in_string',
        severity: 'info',
        when: always,
        // Recall: the name of the element.
        sentence: 'The token endpoint is a proxy of your own; its expires_in may be a string instead of a number.',
        advice: 'Set RFCCompliantRequestResponse in the policy, if strict clients are to read it.',
        link: 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauthv2-policy',
      },
    ],
  },
  {
    id: 'hydra',
    name: 'Ory Hydra',
    placeholders: [
      base('https://auth.example.com', 'Public URL'),
      { name: 'admin', label: 'Admin URL', example: 'http://127.0.0.1:4445', usual: '' },
    ],
    // Recall: all but the token endpoint.
    templates: {
      issuer: '{base}',
      token_endpoint: '{base}/oauth2/token',
      introspection_endpoint: '{admin}/admin/oauth2/introspect',
      revocation_endpoint: '{base}/oauth2/revoke',
      jwks_uri: '{base}/.well-known/jwks.json',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic' },
    scopeExample: '',
    notes: [
      {
        id: 'audience_allowed',
        severity: 'info',
        when: (value) => !hasNoAudience(value),
        sentence: 'An audience is granted only if it is on the list of the client.',
        advice: 'Add it to audience in the client’s metadata.',
        link: 'https://www.ory.sh/docs/hydra/advanced',
      },
      {
        id: 'opaque',
        severity: 'info',
        when: always,
        sentence: 'Access tokens are opaque unless Hydra is configured to issue JWTs.',
        advice: null,
        // Recall.
        link: 'https://www.ory.sh/docs/oauth2-oidc/jwt-access-token',
      },
      {
        // Recall.
        id: 'introspection_admin',
        severity: 'warning',
        when: ({ token_endpoint, introspection_endpoint }) => isSameOrigin(token_endpoint, introspection_endpoint),
        sentence: 'Introspection is on the admin port, not on the public one.',
        advice: 'Enter the admin URL, with /admin/oauth2/introspect.',
        link: 'https://www.ory.sh/docs/hydra/advanced',
      },
    ],
  },
  {
    id: 'zitadel',
    name: 'Zitadel',
    placeholders: [base('https://example.zitadel.cloud')],
    // Recall: introspection, revocation and keys.
    templates: {
      issuer: '{base}',
      token_endpoint: '{base}/oauth/v2/token',
      introspection_endpoint: '{base}/oauth/v2/introspect',
      revocation_endpoint: '{base}/oauth/v2/revoke',
      jwks_uri: '{base}/oauth/v2/keys',
      scope: 'openid',
    },
    sets: { token_endpoint_auth_method: 'client_secret_basic', basicEncoding: 'form' },
    scopeExample: 'openid urn:zitadel:iam:org:project:id:zitadel:aud',
    notes: [
      {
        id: 'openid_missing',
        severity: 'warning',
        when: (value) => !anyScope((scope) => scope === 'openid')(value),
        sentence: 'Zitadel wants openid among the scopes.',
        advice: 'Add openid.',
        link: 'https://zitadel.com/docs/guides/integrate/service-users/client-credentials',
      },
      {
        id: 'basic_form',
        severity: 'warning',
        when: ({ token_endpoint_auth_method: method, basicEncoding }) =>
          method === 'client_secret_basic' && basicEncoding === 'raw',
        sentence: 'Zitadel form-decodes client ID and secret of the Basic header, as the standard says.',
        advice: 'Choose form-encoded as encoding of the Basic header.',
        link: 'https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1',
      },
      {
        id: 'introspection_scope',
        severity: 'info',
        when: (value) =>
          introspects(value) && !anyScope((scope) => /^urn:zitadel:iam:org:project:id:.+:aud$/.test(scope))(value),
        sentence: 'A token can be introspected only by a project that is in its audience.',
        advice: 'Add the scope urn:zitadel:iam:org:project:id:{project ID}:aud.',
        link: 'https://zitadel.com/docs/guides/integrate/service-users/client-credentials',
      },
    ],
  },
  {
    id: 'sandbox',
    name: 'Sandbox',
    placeholders: [],
    templates: {},
    sets: {},
    scopeExample: 'api:read api:write',
    notes: [],
  },
]

export function presetOf(id: string): ProviderPreset | null {
  return providers.find((preset) => preset.id === id) ?? null
}

export function providerName(id: string): string {
  return presetOf(id)?.name ?? id
}

/** The note of this id; null when there is none, as with findings of a newer version. */
export function providerNote(id: string, note: string): ProviderNote | null {
  return presetOf(id)?.notes.find((candidate) => candidate.id === note) ?? null
}

/** The notes of the provider that hold for an environment. */
export function notesAbout(value: EnvironmentInput): readonly ProviderNote[] {
  return presetOf(value.provider)?.notes.filter(({ when }) => when(value)) ?? []
}

function isOktaOrgServer({ token_endpoint }: EnvironmentInput): boolean {
  return /^https?:\/\/[^/]+\/oauth2\/v1\/token$/i.test(token_endpoint)
}
