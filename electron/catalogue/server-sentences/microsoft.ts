import type { SentenceRule } from './entry.ts'

const source = 'Microsoft Entra ID: learn.microsoft.com/entra/identity-platform/reference-error-codes'
const number = { isNumber: true, confidence: 'certain', source } as const
const words = {
  isNumber: true,
  confidence: 'certain',
  source: 'Microsoft Entra ID: sentences in public threads',
} as const
const likely = { isNumber: true, confidence: 'likely', source } as const

const client: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS7000215\b/, cause: 'wrong_secret', evidence: { isSaid: 'yes' } },
  { ...words, pattern: /AADSTS50012: Invalid client secret/, cause: 'wrong_secret', evidence: { isSaid: 'yes' } },
  {
    ...number,
    pattern: /AADSTS70002\b(?![^]{0,120}(?:AADSTS|must contain))/,
    cause: 'wrong_secret',
    evidence: { isSaid: 'yes' },
  },
  { ...number, pattern: /AADSTS7000222\b/, cause: 'secret_expired' },
  { ...number, pattern: /AADSTS(?:700016|700011|700038)\b/, cause: 'unknown_client', evidence: { isSaid: 'yes' } },
  { ...words, pattern: /AADSTS70001\b[^.]{0,160}not found/, cause: 'unknown_client', evidence: { isSaid: 'yes' } },
  { ...words, pattern: /AADSTS70001\b[^.]{0,160}disabled/, cause: 'client_disabled' },
  {
    ...likely,
    pattern: /AADSTS(?:700016|700011)\b[^.]{0,200}directory '([^']{1,100})'/,
    cause: 'wrong_tenant',
    groups: ['tenant'],
  },
  { ...number, pattern: /AADSTS7000112\b/, cause: 'client_disabled' },
  { ...number, pattern: /AADSTS700025\b/, cause: 'public_client' },
  { ...number, pattern: /AADSTS(?:7000218|7000216)\b/, cause: 'credentials_missing', methods: ['none'] },
  { ...words, pattern: /AADSTS70002\b[^]{0,60}must contain/, cause: 'credentials_missing', methods: ['none'] },
  { ...number, pattern: /AADSTS(?:7000113|7000114)\b/, cause: 'grant_not_allowed' },
  { ...likely, pattern: /AADSTS(?:70003|9001023)\b/, cause: 'wrong_grant_type' },
  { ...number, pattern: /AADSTS(?:50003|50146)\b/, cause: 'client_misregistered' },
]

const assertion: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS(?:700024|500133)\b/, cause: 'assertion_expired' },
  {
    ...number,
    pattern: /AADSTS(?:700024|500133)\b[^]{0,400}expiry time of assertion ([\dT:.-]{10,40})/,
    cause: 'assertion_expired',
    groups: ['at'],
  },
  { ...words, pattern: /AADSTS700027\b[^]{0,200}key used is expired/, cause: 'credential_expired' },
  { ...words, pattern: /AADSTS700027\b[^]{0,80}certificate[^.]{0,80}is expired/, cause: 'credential_expired' },
  { ...number, pattern: /AADSTS1000502\b/, cause: 'credential_expired' },
  { ...words, pattern: /AADSTS\d{5,7}\b[^]{0,80}Unsupported asymmetric signing alg/, cause: 'assertion_algorithm' },
  {
    ...words,
    pattern: /AADSTS700027\b[^]{0,200}key was not found[^]{0,80}used by client: '([\w-]{1,100})'/,
    cause: 'key_not_registered',
    groups: ['kid'],
  },
  { ...words, pattern: /AADSTS(?:700027|50012|50013)\b[^]{0,120}invalid signature/, cause: 'key_not_registered' },
  { ...likely, pattern: /AADSTS(?:700027|700030|50012)\b/, cause: 'key_not_registered', methods: ['private_key_jwt'] },
  { ...words, pattern: /AADSTS\d{5,7}: Client assertion audience/, cause: 'assertion_audience' },
  {
    ...words,
    pattern: /AADSTS\d{5,7}: No matching federated identity record[^']{0,80}audience/,
    cause: 'assertion_audience',
    evidence: { wanted: 'api://AzureADTokenExchange' },
  },
  {
    ...words,
    pattern: /AADSTS\d{5,7}: No matching federated identity record[^']{0,80}(issuer|subject) '([^']{1,200})'/,
    cause: 'assertion_subject',
    groups: ['claim', 'value'],
    evidence: { isFederated: 'yes' },
  },
  { ...number, pattern: /AADSTS70021\b/, cause: 'assertion_subject', evidence: { isFederated: 'yes' } },
  { ...words, pattern: /AADSTS700021: Client assertion/, cause: 'assertion_subject' },
  { ...number, pattern: /AADSTS50048\b/, cause: 'assertion_subject' },
  { ...words, pattern: /AADSTS50027\d{0,2}\b[^]{0,120}(?:thumbprint|\bkid\b|key id)/i, cause: 'assertion_kid_missing' },
  { ...likely, pattern: /AADSTS(?:50027\d{0,2}|50013)\b/, cause: 'assertion_malformed', methods: ['private_key_jwt'] },
]

const place: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS(?:90002|900023|50059|50128|90019|50194)\b/, cause: 'wrong_tenant' },
  { ...number, pattern: /AADSTS90002: Tenant '([^']{1,100})'/, cause: 'wrong_tenant', groups: ['tenant'] },
  { ...number, pattern: /AADSTS900023\b[^']{0,60}'([^']{1,100})'/, cause: 'wrong_tenant', groups: ['tenant'] },
  { ...likely, pattern: /AADSTS90013\b/, cause: 'wrong_tenant' },
  { ...number, pattern: /AADSTS(?:90038|50049|90051|900432)\b/, cause: 'wrong_token_host' },
  { ...number, pattern: /AADSTS(?:900561|90056)\b/, cause: 'method_not_allowed' },
  {
    ...number,
    pattern: /AADSTS900561\b[^]{0,40}only accepts ([A-Z, ]{3,60}) requests\. Received a ([A-Z]{3,10})/,
    cause: 'method_not_allowed',
    groups: ['allow', 'method'],
  },
  { ...number, pattern: /AADSTS1002016\b/, cause: 'tls_too_old' },
]

const askedFor: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS1002012\b/, cause: 'scope_form_default' },
  {
    ...number,
    pattern: /AADSTS(?:70011|28002|700023)\b(?![^]{0,300}(?:\/\.default|assertion))/,
    cause: 'scope_form_default',
  },
  { ...likely, pattern: /AADSTS(?:70011|28002)\b[^]{0,300}\/\.default/, cause: 'scope_unknown' },
  { ...number, pattern: /AADSTS700022\b(?![^]{0,80}assertion)/, cause: 'scope_malformed' },
  { ...number, pattern: /AADSTS(?:28003|90090)\b/, cause: 'scope_missing' },
  { ...number, pattern: /AADSTS(?:500011|50001|650052|650054)\b/, cause: 'audience_unknown' },
  {
    ...number,
    pattern: /AADSTS(?:500011|50001)\b[^]{0,40}named ([^ ]{1,300}) was not found/,
    cause: 'audience_unknown',
    groups: ['value'],
  },
  {
    ...likely,
    pattern: /AADSTS500011\b[^]{0,400}tenant named ([^ ]{1,99})(?:\. | |$)/,
    cause: 'wrong_tenant',
    groups: ['tenant'],
  },
  { ...number, pattern: /AADSTS650057\b/, cause: 'audience_not_allowed' },
  { ...number, pattern: /AADSTS(?:65001|650056|90094|90008)\b/, cause: 'consent_missing' },
  { ...likely, pattern: /AADSTS65005\b/, cause: 'consent_missing' },
  { ...number, pattern: /AADSTS(?:501051|50105)\b/, cause: 'app_role_missing' },
  {
    ...number,
    pattern: /AADSTS(?:5300[0-4]|5301[01]|530035|50131|50005|500212|500213)\b/,
    cause: 'policy_blocked',
  },
  { ...likely, pattern: /AADSTS(?:50072|50074|50076|50078|50079|50158)\b/, cause: 'policy_blocked' },
  {
    ...likely,
    pattern: /AADSTS(?:900144|90014)\b[^']{0,80}'([^']{1,60})'/,
    cause: 'param_missing',
    groups: ['name'],
  },
  { ...likely, confidence: 'possible', pattern: /AADSTS(?:9002313|90004|90023)\b/, cause: 'body_not_form' },
]

const service: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS(?:50196|90055)\b/, cause: 'rate_limited' },
  { ...number, pattern: /AADSTS(?:90033|90006|90012|90024|50033)\b/, cause: 'server_unavailable' },
  { ...number, pattern: /AADSTS(?:50000|90036)\b/, cause: 'server_error' },
]

/**
 * Numbers of Microsoft Entra ID, most of which are in its list. Where one number has several meanings, the sentence beside
 * it decides.
 */
export const microsoftSentences: readonly SentenceRule[] = [...client, ...assertion, ...place, ...askedFor, ...service]
