import type { SentenceRule } from './entry.ts'
import { assertionSentences } from './assertion.ts'

const source = 'words that several servers use'
const steps = ['token', 'introspection', 'revocation'] as const
const said = { steps, source, confidence: 'certain' } as const
const likely = { steps, source, confidence: 'likely' } as const
const bySecret = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt'] as const
const byCertificate = ['tls_client_auth', 'self_signed_tls_client_auth'] as const

/**
 * What servers that nobody knows say of a client and its secret. A sentence that lists what may be wrong ("e.g., unknown client, no client
 * authentication included, …" of RFC 6749) says nothing.
 */
const general: readonly SentenceRule[] = [
  {
    ...said,
    methods: bySecret,
    pattern:
      /\b(?:invalid|wrong|incorrect|bad|mismatched)[_ ](?:value for )?(?:the )?(?:client|consumer|app|application)?[_ -]?secret\b/i,
    cause: 'wrong_secret',
    evidence: { isSaid: 'yes' },
  },
  {
    ...said,
    methods: bySecret,
    pattern:
      /(?:client|consumer|app|application)[_ -]?secret\b[^.]{0,60}(?:is|was) (?:invalid|wrong|incorrect|not valid|not correct)|secret\b[^.]{0,40}(?:not match|n't match|mismatch)/i,
    cause: 'wrong_secret',
    evidence: { isSaid: 'yes' },
  },
  {
    ...likely,
    methods: bySecret,
    pattern:
      /\b(?:invalid|bad|wrong|incorrect)[_ ](?:oauth2? )?(?:client[_ ])?credentials\b|credentials? (?:is|are) (?:invalid|wrong|incorrect|not valid)|\b(?:invalid|bad|wrong|incorrect)[^.]{0,20} (?:id|key|client[_ ]id) (?:or|and) (?:the )?(?:client[_ ])?secret|(?:unable|failed) to verify your credentials/i,
    cause: 'wrong_secret',
  },
  {
    ...said,
    pattern: /secret\w{0,6}(?: keys?)?(?: \S{1,80}){0,6} (?:has |have |is |are )?expired/i,
    cause: 'secret_expired',
  },
  {
    ...said,
    pattern:
      /\b(?:client|consumer key)\b(?! assertion)(?:(?!scope|audience|resource|grant|redirect|flow|key|certificate)[^.,]){0,80} (?:not (?:be )?(?:found|registered|known|recognized|recognised|located)|does not exist|doesn't exist|is unknown)/i,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
  },
  {
    ...likely,
    pattern:
      /\b(?:application|app)\b(?:(?!scope|audience|resource|grant|redirect|flow|key|certificate)[^.,]){0,80} (?:not (?:be )?(?:found|registered|known|recognized|recognised|located)|does not exist|doesn't exist|is unknown)/i,
    cause: 'unknown_client',
  },
  {
    ...said,
    pattern:
      /\b(?:unknown|unregistered|unrecognized|no such|nonexistent) (?:oauth ?2? |client )?(?:client(?:[_ ]id)?|application|id)\b(?![,)])/i,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
  },
  {
    ...said,
    pattern:
      /\binvalid[_ ](?:value for ')?client[_ ]?id(?:entifier)?\b(?! (?:or|and)\b)|client[_ ]?id(?:entifier)?'?(?: \S{1,80})? (?:is )?(?:invalid|unknown|not valid)\b/i,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
  },
  { ...said, pattern: /\bno (?:oauth )?(?:client|application) (?:with|found|for)\b/i, cause: 'unknown_client' },
  {
    ...said,
    pattern:
      /\b(?:client|application|app|account|integration|service principal)\b(?:(?!scope|audience|resource|grant|redirect|flow|credential|secret|token|key)[^.,]){0,80} (?:is|was|has been|been) (?:currently )?(?:disabled|revoked|deactivated|suspended|inactive|not active)\b|\bclient[_ ](?:is )?disabled\b|\bdisabled[_ ]client\b/i,
    cause: 'client_disabled',
  },
  {
    ...said,
    pattern:
      /\b(?:client|account|application)\b[^.]{0,60} (?:is |was |been )?(?:temporarily )?(?:locked|blocked)\b|too many (?:failed|invalid|unsuccessful|wrong|bad)\b/i,
    cause: 'client_locked',
  },
  {
    ...said,
    pattern:
      /\bpublic clients?\b[^.]{0,40} (?:not|cannot|can't|may not|must not)\b|client is public|not (?:a )?confidential|(?:must be|only|requires) (?:a )?confidential/i,
    cause: 'public_client',
  },
  {
    ...said,
    steps: ['token'],
    pattern:
      /\b(?:client|application|app)\b[^.]{0,60}(?:not|n't) (?:been )?(?:allowed|authorized|authorised|permitted|enabled|configured|registered)\b[^.]{0,60}\b(?:grant|flow|client[_ ]credentials|service account)/i,
    cause: 'grant_not_allowed',
  },
  {
    ...said,
    steps: ['token'],
    pattern:
      /\bgrant(?:[_ ]type)?\b[^.]{0,60}(?:not|n't) (?:allowed|authorized|authorised|permitted|enabled|supported)\b[^.]{0,40}\b(?:client|application)|\bunauthorized grant type\b|\bgrant\b[^.]{0,40} disabled\b|\bclient credentials (?:flow|grant)\b[^.]{0,20}(?:not|n't) (?:enabled|allowed)/i,
    cause: 'grant_not_allowed',
  },
  {
    ...said,
    steps: ['token'],
    pattern:
      /grant[_ ]?type'? (?:must be|should be|has to be)(?: one of)?:? ?["'`[]?(?!["'`[]?client_credentials)([\w:.-]{3,80})/i,
    cause: 'wrong_grant_type',
    groups: ['wanted'],
  },
  {
    ...said,
    pattern:
      /(?:multiple|more than one|several|duplicate)(?: \w{1,12}){0,2} (?:client )?(?:authentication|credentials|auth )|only (?:be provided using )?one (?:client )?(?:authentication )?(?:method|mechanism)|credentials[^.]{0,40}\bboth\b/i,
    cause: 'multiple_auth_methods',
  },
  {
    ...likely,
    methods: ['client_secret_basic'],
    pattern: /(?:form ?param(?:eter)?s?|body|post(?:ed)? data)[._ ]'?client_id\b/i,
    cause: 'auth_method_mismatch',
    evidence: { wanted: 'client_secret_post' },
    source:
      'Apigee (OAuthV2 policy without a Basic header): github.com/apigee community, and others that read the body only',
  },
  {
    ...likely,
    pattern:
      /(?:authentication|auth|client)[_ ](?:method|mechanism)\b[^.(]{0,80} (?:not (?:allowed|supported|accepted|permitted|registered|enabled|match)|mismatch)/i,
    cause: 'auth_method_mismatch',
  },
  {
    ...said,
    methods: ['none'],
    pattern:
      /client must be authenticated|no client (?:authentication|credentials)\b(?! included)|client[_ ]?secret\b[^.]{0,40}(?:missing|required|must)|full authentication is required/i,
    cause: 'credentials_missing',
  },
  {
    ...said,
    pattern:
      /No required SSL certificate was sent|(?:no|missing) (?:client|ssl|tls|mtls) certificate|certificate (?:is |was )?(?:required|missing|not (?:provided|sent|presented))/i,
    cause: 'client_certificate_missing',
  },
  { ...likely, pattern: /The SSL certificate error/, cause: 'client_certificate_refused' },
  {
    ...likely,
    methods: byCertificate,
    pattern:
      /certificate\b[^.]{0,60} (?:not (?:trusted|match|registered|authorized|allowed|valid)|mismatch|unknown|invalid)|(?:unregistered|untrusted|invalid|unknown) (?:client )?certificate/i,
    cause: 'client_certificate_refused',
  },
  { ...said, methods: byCertificate, pattern: /certificate\b[^.]{0,40} expired/i, cause: 'credential_expired' },
]

/** Sentences of one server each, which the general ones miss or take for less. */
const vendors: readonly SentenceRule[] = [
  {
    ...said,
    pattern: /Client not enabled to retrieve service account/,
    cause: 'grant_not_allowed',
    evidence: { setting: 'switch on Service accounts roles for the client' },
    source: 'Keycloak: services/…/TokenEndpoint.java',
  },
  {
    ...said,
    pattern: /Public client not allowed to retrieve service account/,
    cause: 'public_client',
    source: 'Keycloak: services/…/TokenEndpoint.java',
  },
  {
    ...said,
    pattern: /Bearer-only client not allowed to retrieve service account/,
    cause: 'grant_not_allowed',
    source: 'Keycloak: services/…/TokenEndpoint.java',
  },
  {
    ...likely,
    pattern: /UNKNOWN_CLIENT: Client was not identified by any client authenticator/,
    cause: 'unknown_client',
    source: 'Keycloak: github.com/Waziup/WaziCloud/issues/173',
  },
  {
    ...said,
    pattern: /\bno client credentials user enabled\b/,
    cause: 'client_misregistered',
    evidence: { setting: 'the client credentials flow of this client has no Run As user that may use it' },
    source: 'Salesforce: help.sumologic.com, Salesforce source troubleshooting',
  },
  {
    ...said,
    pattern: /\brequest not supported on this domain\b/,
    cause: 'wrong_token_host',
    source: 'Salesforce: github.com/pozil/pub-sub-api-node-client/issues/58',
  },
  {
    ...likely,
    pattern: /\bclient identifier invalid\b/,
    cause: 'unknown_client',
    source: 'Salesforce: error invalid_client_id, help.salesforce.com OAuth error codes',
  },
  {
    ...said,
    pattern: /Cannot supply multiple client credentials/,
    cause: 'multiple_auth_methods',
    source: 'Okta: threads in public repositories',
  },
  {
    ...said,
    methods: ['none'],
    pattern: /No client credentials found/,
    cause: 'credentials_missing',
    source: 'Okta: developer.okta.com/docs/reference/error-codes',
  },
  {
    ...likely,
    pattern: /Either the client or the client credentials are invalid/,
    cause: 'wrong_secret',
    source: 'Okta: developer.okta.com/docs/reference/error-codes',
  },
  {
    ...said,
    pattern: /ClientId is Invalid/,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
    source: 'Apigee: OAuthV2 policy runtime errors',
  },
  {
    ...said,
    pattern: /No client with requested id/,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
    source: 'Spring Security OAuth and SAP XSUAA: NoSuchClientException',
  },
  {
    ...likely,
    pattern: /Errors\.(?:App|User)\.NotFound/,
    cause: 'unknown_client',
    source: 'Zitadel: internal error identifiers',
  },
  {
    ...likely,
    errors: ['incorrect_client_credentials'],
    pattern: /incorrect/i,
    cause: 'wrong_secret',
    source: 'GitHub: docs.github.com, troubleshooting OAuth app access token request errors',
  },
  {
    ...said,
    pattern: /Invalid grant: account not found/,
    cause: 'unknown_client',
    evidence: { isSaid: 'yes' },
    source: 'Google: developers.google.com/identity/protocols/oauth2/service-account',
  },
]

/** What servers say of the client and of what it authenticates with. */
export const clientSentences: readonly SentenceRule[] = [...vendors, ...general, ...assertionSentences]
