import type { SentenceRule } from './entry.ts'

const api = { steps: ['api'], confidence: 'certain' } as const
const likely = { ...api, confidence: 'likely' } as const

/** What APIs and gateways say that they want beside a valid token, or in it. */
export const apiRequirementSentences: readonly SentenceRule[] = [
  {
    ...likely,
    pattern:
      /Authorization_RequestDenied|Insufficient privileges|IDW10201|IDW10203|neither scope or roles claim|(?:app(?:lication)?[ _-])?roles? (?:claim )?(?:is |are |was )?(?:missing|required|not (?:found|present|assigned))|missing (?:the )?(?:required )?(?:app(?:lication)? )?role|application permissions? (?:is|are) (?:required|missing)|does not have (?:any )?(?:of the )?(?:required )?(?:app(?:lication)? )?roles?\b/i,
    cause: 'app_role_missing',
    source: 'Microsoft Graph: learn.microsoft.com/graph/errors; Microsoft.Identity.Web IDW10201',
  },
  {
    ...api,
    pattern:
      /(?:expected|requires?|required|needs?|missing)(?: any of| one of| all of)?(?: the)?(?: following)?(?: required)?(?: api| oauth2?| access)? scopes?(?: of| is| are|:)? ?["'“`[]?([\w:./*-]{2,200})/i,
    groups: ['needed'],
    cause: 'api_scope_missing',
    source: 'words of many APIs: "requires scope x", "missing required scope: x"',
  },
  {
    ...api,
    pattern:
      /scope[^.:]{0,40}(?:expected any of|expected one of|required|missing|needed|lacks):? ?["'“`[]?([\w:./*-]{2,200})/i,
    groups: ['needed'],
    cause: 'api_scope_missing',
    source: 'Auth0 express-oauth2-jwt-bearer, auth0 Management API: "Insufficient scope, expected any of: x"',
  },
  {
    ...api,
    pattern:
      /lacks the scope ["'“`]?([\w:./*-]{2,200})|scope ["'“`]?([\w:./*-]{2,200}?)["'”`]? (?:is )?(?:required|missing)/i,
    groups: ['needed', 'needed'],
    cause: 'api_scope_missing',
    source: 'words of many APIs: "scope x is required"',
  },
  {
    ...likely,
    pattern:
      /insufficient[ _-](?:oauth )?(?:authentication )?(?:scopes?|permissions?)\b|insufficientPermissions|ACCESS_TOKEN_SCOPE_INSUFFICIENT|(?:missing|lacks?|without|not enough|no) (?:the )?(?:required |necessary |needed )?(?:scopes?|permissions?)\b|scopes? (?:is |are )?(?:missing|insufficient|not sufficient|not granted)|does not have (?:the )?(?:required |necessary |sufficient )?(?:scopes?|permissions?)|not authorized to perform[^.]{0,60} scope|Resource not accessible by integration/i,
    cause: 'api_scope_missing',
    source: 'RFC 6750 §3.1; Google: ACCESS_TOKEN_SCOPE_INSUFFICIENT; GitHub; Slack',
  },
  {
    ...api,
    pattern:
      /has not been used in project|it is disabled\. Enable it|SERVICE_DISABLED|accessNotConfigured|Invalid ApiKey for given resource|InvalidApiKeyForGivenResource|InvalidAPICallAsNoApiProductMatchFound|no api ?product match|not subscribed to (?:this|the) (?:api|product|service)|(?:api|product|service) (?:is )?not (?:enabled|activated|subscribed)|not allowed to access this API|Resource forbidden[^.]{0,60}subscription|900908|API Subscription validation failed|API_DISABLED_FOR_ORG|API is not enabled for this/i,
    cause: 'api_not_enabled',
    source: 'Google (SERVICE_DISABLED), Apigee, WSO2 (900908), Salesforce (API_DISABLED_FOR_ORG)',
  },
  {
    ...api,
    pattern: /(?:missing|invalid|wrong) subscription key|subscription key[^.]{0,40} (?:missing|invalid|required)/i,
    evidence: { header: 'Ocp-Apim-Subscription-Key' },
    cause: 'api_key_missing',
    source: 'Azure API Management: learn.microsoft.com/azure/api-management/api-management-subscriptions',
  },
  {
    ...api,
    pattern: /Client ID is missing|client-id header (?:is )?(?:missing|required)|must provide a valid Client-ID/i,
    evidence: { header: 'Client-Id' },
    cause: 'api_key_missing',
    source: 'Twitch: dev.twitch.tv/docs/api/reference',
  },
  {
    ...api,
    pattern:
      /\b(x-api-key|X-IBM-Client-Id|X-IBM-Client-Secret|api-key|apikey|X-Auth-Key|Ocp-Apim-Subscription-Key)\b[^.]{0,50} (?:is |was )?(?:missing|required|not (?:found|provided|present|supplied)|invalid)/i,
    groups: ['header'],
    cause: 'api_key_missing',
    source: 'IBM API Connect, AWS API Gateway, Kong key-auth, PSD2 gateways',
  },
  {
    ...api,
    pattern:
      /(?:missing|required|no|invalid|provide an?|include) (?:the )?(?:header )?["'`]?(x-api-key|X-IBM-Client-Id|X-IBM-Client-Secret|apikey)\b/i,
    groups: ['header'],
    cause: 'api_key_missing',
    source: 'IBM API Connect, Apigee, Kong key-auth',
  },
  {
    ...likely,
    pattern:
      /No API key found|API key (?:is )?(?:missing|required|not (?:found|provided))|(?:missing|requires? an?|provide an?) API[ _]key|Client id missing|Client id not registered/i,
    cause: 'api_key_missing',
    source: 'Kong key-auth ("No API key found in request"), IBM API Connect ("Client id missing")',
  },
  {
    ...api,
    pattern:
      /Client ID and OAuth token do not match|client[ _-]?id[^.]{0,60} (?:does not|do not|doesn't) match[^.]{0,40} token/i,
    evidence: { header: 'Client-Id' },
    cause: 'client_id_header_mismatch',
    source: 'Twitch: dev.twitch.tv/docs/api/reference',
  },
  {
    ...api,
    pattern: /not a valid key=value pair|requires 'Credential' parameter|Authorization header requires|AWS4-HMAC/i,
    evidence: { wanted: 'AWS Signature' },
    cause: 'token_scheme_wrong',
    source: 'AWS API Gateway with IAM: "not a valid key=value pair (missing equal-sign) in Authorization header"',
  },
  {
    ...api,
    pattern: /Missing Authentication Token/,
    cause: 'api_not_found',
    confidence: 'likely',
    source: 'AWS API Gateway: repost.aws/knowledge-center/api-gateway-authentication-token-errors',
  },
]
