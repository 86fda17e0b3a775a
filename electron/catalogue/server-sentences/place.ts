import type { SentenceRule } from './entry.ts'

const source = 'words that several servers use'

/** About where a request went and what is there: words that servers nobody knows use, too, before those of products. */
export const placeSentences: readonly SentenceRule[] = [
  {
    pattern:
      /\b(?:tenant|realm|organi[sz]ation|directory)\b(?: (?:with )?(?:id|name|named)?:? ?["'`]?[\w.-]{1,100}["'`]?)? (?:(?:was|is|could) )?(?:not (?:be )?found|does not exist|doesn't exist|unknown|not enabled|disabled|no longer exists)\b/i,
    cause: 'wrong_tenant',
    confidence: 'certain',
    steps: ['token', 'introspection', 'revocation', 'discovery', 'jwks'],
    source,
  },
  {
    pattern: /resource not found: ([\w-]{1,60}) \(authorizationserver\)/i,
    cause: 'wrong_authorization_server',
    confidence: 'certain',
    groups: ['name'],
    source: 'Okta: developer.okta.com error code E0000007',
  },
  {
    pattern: /\bauthorization server\b[^.]{0,60}\b(?:not found|does not exist|is (?:inactive|disabled|unknown))\b/i,
    cause: 'wrong_authorization_server',
    confidence: 'certain',
    source,
  },
  {
    pattern: /request not supported on this domain/i,
    cause: 'wrong_token_host',
    confidence: 'certain',
    steps: ['token'],
    source: 'Salesforce: help.salesforce.com client credentials flow, which takes the My Domain host',
  },
  {
    pattern:
      /\b(?:rate limit|too many (?:\w{2,12} )?requests|request limit|api limit|quota)\b[^.]{0,30}(?:exceeded|reached|hit)?|\bthrottled\b/i,
    cause: 'rate_limited',
    confidence: 'likely',
    source,
  },
  {
    pattern: /\bservice (?:is )?(?:currently |temporarily )?unavailable|(?:under|scheduled|down for) maintenance\b/i,
    cause: 'server_unavailable',
    confidence: 'likely',
    source,
  },
  {
    pattern: /missing alpn protocol, expected `?h2|http\/2 (?:is )?required|requires http\/2/i,
    cause: 'http_version_required',
    confidence: 'certain',
    source: 'Node.js: lib/internal/http2/core.js; words that several servers use',
  },
]
