import type { SentenceRule } from './entry.ts'

const everybody = { steps: ['token'], source: 'words that several servers use' } as const
const refusals = [
  'invalid_target',
  'invalid_request',
  'invalid_resource',
  'invalid_audience',
  'invalid_grant',
  'access_denied',
  'unauthorized_client',
  'invalid_client',
] as const

/** About what a request asks for: words that servers nobody knows use, too, before those of products. */
export const requestSentences: readonly SentenceRule[] = [
  {
    ...everybody,
    pattern:
      /\b(?:cannot|can't|not|may not)\b[^.]{0,40}["'`]?\b(openid|offline_access|profile|refresh token)\b["'`]?[^.]{0,60}client[_ -]?credentials/i,
    cause: 'scope_not_allowed',
    confidence: 'certain',
    groups: ['scope'],
    evidence: { isOfUser: 'yes' },
  },
  {
    ...everybody,
    pattern:
      /\b(?:client|application|app)\b[^.]{0,60}\b(?:not|never) (?:been )?(?:allowed|authori[sz]ed|permitted|granted|entitled)\b[^.:]{0,60}\bscopes?\b[^\w"'`[]{0,3}["'`[]?([\w:./-]{2,120})?/i,
    cause: 'scope_not_allowed',
    confidence: 'certain',
    groups: ['scope'],
  },
  {
    ...everybody,
    pattern:
      /\bscopes?\b[^.]{0,80}\b(?:not|never) (?:been )?(?:allowed|granted|authori[sz]ed|permitted|assigned|enabled)\b|\bscopes?\b[^.]{0,40}invalid for (?:this|the) client|allowed any of the requested scopes/i,
    cause: 'scope_not_allowed',
    confidence: 'likely',
  },
  {
    ...everybody,
    pattern:
      /\b(?:unknown|undefined|unrecognized|unsupported|non-?existent|unknown\/invalid) scopes?(?:\(s\))?\b[^\w"'`[]{0,3}["'`[]?([\w:./-]{2,120})?|no such scope/i,
    cause: 'scope_unknown',
    confidence: 'certain',
    groups: ['scope'],
  },
  {
    ...everybody,
    pattern:
      /\bscopes?\b[^.]{0,80}\b(?:not found|does not exist|do not exist|not (?:defined|configured|supported|recognized|known|registered)|is unknown|is undefined)\b/i,
    cause: 'scope_unknown',
    confidence: 'certain',
  },
  {
    ...everybody,
    pattern:
      /\bclient\b[^.]{0,60}\bnot (?:been )?(?:allowed|authori[sz]ed|permitted|granted|whitelisted)\b[^.]{0,60}\b(?:audience|resource|api)\b|\b(?:audience|resource)\b(?:[^.]|\.(?=\S)){0,160}\bnot (?:been )?(?:allowed|authori[sz]ed|permitted|granted|whitelisted)\b/i,
    cause: 'audience_not_allowed',
    confidence: 'certain',
    errors: refusals,
  },
  {
    ...everybody,
    pattern:
      /\b(?:audience|resource|resource server|api)\b(?:[^.]|\.(?=\S)){0,160}\b(?:not found|does not exist|is unknown|not (?:registered|recognized|known|configured|valid))\b|\b(?:invalid|unknown) (?:audience|resource)\b(?! parameter)/i,
    cause: 'audience_unknown',
    confidence: 'likely',
    errors: refusals,
  },
  {
    ...everybody,
    pattern:
      /\badmin(?:istrator)?s?\b[^.]{0,60}\bnot (?:yet )?(?:consented|granted consent|approved)\b|\b(?:admin(?:istrator)? )?consent(?: is|_)? ?(?:required|missing|needed)\b|needs? admin(?:istrator)? approval|has not been (?:approved|authori[sz]ed) by an admin/i,
    cause: 'consent_missing',
    confidence: 'certain',
  },
  {
    ...everybody,
    pattern:
      /\b(?:blocked|denied|rejected|refused|prevented|not allowed|forbidden) by\b[^.]{0,50}\bpolic(?:y|ies)\b|\bpolic(?:y|ies)\b[^.]{0,60}\b(?:not|doesn't|don't) (?:allow|permit)|conditional access|policy evaluation failed/i,
    cause: 'policy_blocked',
    confidence: 'certain',
  },
  {
    ...everybody,
    pattern:
      /\b(?:client |source |remote |your )?ip(?: address)?(?: range)?\b(?:[^.]|\.(?=\S)){0,80}\b(?:not (?:allowed|in the allow|whitelisted|allow-?listed|permitted|authori[sz]ed)|blocked|restricted|forbidden)\b/i,
    cause: 'policy_blocked',
    confidence: 'certain',
  },
  {
    ...everybody,
    pattern:
      /\b(?:missing|required)(?: \w{1,20})? header[:\s]{1,3}["'`]?(?!authorization)([\w-]{2,40})|\bheader ["'`]?(?!authorization)([\w-]{2,40})["'`]? is (?:missing|required)/i,
    cause: 'server_nonstandard',
    confidence: 'likely',
    groups: ['wants', 'wants'],
  },
  {
    pattern: /has not been granted scopes?:? ?([^".]{1,200})/i,
    cause: 'scope_not_allowed',
    confidence: 'certain',
    steps: ['token'],
    groups: ['scope'],
    source: 'Auth0: community.auth0.com "Client has not been granted scopes"',
  },
  {
    pattern: /service not (?:found|enabled within domain): ?(\S{1,200})/i,
    cause: 'audience_unknown',
    confidence: 'certain',
    steps: ['token'],
    groups: ['value'],
    evidence: { parameter: 'audience' },
    source:
      'Auth0: github.com/aws-samples/ask-around-me/issues/2, github.com/auth0/terraform-provider-auth0/issues/951',
  },
  {
    pattern: /client is not authorized to access(?: resource server)? ["'\\]{0,2}([^"'\s\\]{1,200})/i,
    cause: 'audience_not_allowed',
    confidence: 'certain',
    steps: ['token'],
    groups: ['value'],
    source: 'Auth0: community.auth0.com "Client is not authorized to access"',
  },
  {
    pattern: /non-global clients are not allowed access to apiv1/i,
    cause: 'audience_missing',
    confidence: 'certain',
    steps: ['token'],
    evidence: { parameter: 'audience' },
    source: 'Auth0: community.auth0.com "Non-global clients are not allowed access to APIv1"',
  },
  {
    pattern: /\binvalid scopes?: ?([\w:./ -]{2,200})/i,
    cause: 'scope_not_allowed',
    confidence: 'likely',
    steps: ['token'],
    groups: ['scope'],
    source:
      'Keycloak: github.com/keycloak/keycloak TokenEndpoint, "Invalid scopes: …": unknown, or not assigned to the client',
  },
  {
    pattern: /some requested scopes were invalid[^[]{0,60}(?:valid=\[[^\]]{0,300}\], ?)?invalid=\[([^\]]{1,300})\]/i,
    cause: 'scope_unknown',
    confidence: 'certain',
    steps: ['token'],
    groups: ['scope'],
    source: 'Google: stackoverflow.com/questions/tagged/google-oauth "Some requested scopes were invalid"',
  },
  {
    pattern: /check the `([^`]{1,120})` scope/i,
    cause: 'scope_unknown',
    confidence: 'certain',
    steps: ['token'],
    groups: ['scope'],
    source: 'league/oauth2-server: OAuthServerException::invalidScope',
  },
  {
    pattern: /["']?([\w:./-]{2,120})["']? is an invalid scope/i,
    cause: 'scope_unknown',
    confidence: 'certain',
    steps: ['token'],
    groups: ['scope'],
    source: 'Kong: github.com/Kong/kong oauth2 plugin, access.lua',
  },
  {
    pattern: /no valid scopes defined/i,
    cause: 'scope_not_allowed',
    confidence: 'certain',
    steps: ['token'],
    source: 'Salesforce: cloudwithabhi.com/2025/10/17 Client Credentials Flow: New Invalid Scope Error',
  },
  {
    pattern: /no scopes? requested and no default scopes?/i,
    cause: 'scope_missing',
    confidence: 'certain',
    steps: ['token'],
    source: 'ForgeRock AM: backstage.forgerock.com OAuth2 provider, default client scopes',
  },
  {
    pattern: /must be blank or a subset of the provided scopes/i,
    cause: 'scope_not_allowed',
    confidence: 'certain',
    steps: ['token'],
    source: 'Ping Identity: docs.pingidentity.com token endpoint errors',
  },
]
