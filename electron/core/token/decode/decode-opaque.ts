import type { DecodedToken } from '../../../contract/decoded-token.ts'
import { type Malformed, malformedAt } from './malformed.ts'

type Opaque = Extract<DecodedToken, { kind: 'opaque' }>

/** Names what a token looks like that holds nothing to be read. What cannot be sent as a token is none. */
export function decodeOpaque(token: string): Opaque | Malformed {
  const maker = makerOf(token) ?? ''
  const form = formOf(token, maker)
  const noToken = form === 'saml' ? -1 : token.search(noTokenCharacter)
  return noToken === -1
    ? { kind: 'opaque', form, maker, length: token.length }
    : malformedAt(token, 'token', noToken, 'no_token')
}

/** What is no visible ASCII, or begins something else: JSON, markup, a quotation. @see RFC 6749 appendix A.12, RFC 6750 §2.1 */
const noTokenCharacter = /^[{[<"']|[^\x21-\x7e]/

function formOf(token: string, maker: string): Opaque['form'] {
  if (maker !== '') return 'prefixed'
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token)) return 'uuid'
  if (/^(?:[0-9a-f]{2}){8,}$/i.test(token)) return 'hex'
  return isSaml(token) ? 'saml' : 'reference'
}

/** XML of a SAML assertion or response, as it is or in base64. @see RFC 7522 §2.1 */
function isSaml(token: string): boolean {
  const xml = /^\s*<(?:\?xml\b|(?:[\w-]+:)?(?:Encrypted)?(?:Assertion|Response)\b)/
  const start = token.slice(0, 400)
  return xml.test(start) || xml.test(Buffer.from(start, 'base64').toString('utf8'))
}

/** How tokens begin whose makers have published it, and who makes them. The longer of two prefixes stands first. */
const makers: readonly (readonly [RegExp, string])[] = [
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  [/^github_pat_\w{20}/, 'GitHub (fine-grained personal access token)'],
  [/^ghp_\w{20}/, 'GitHub (personal access token)'],
  [/^gho_\w{20}/, 'GitHub (OAuth access token)'],
  [/^ghu_\w{20}/, 'GitHub (user access token of an app)'],
  [/^ghs_\w{20}/, 'GitHub (installation access token of an app)'],
  [/^ghr_\w{20}/, 'GitHub (refresh token of an app)'],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  [/^glpat-/, 'GitLab (personal, project or group access token)'],
  [/^gldt-/, 'GitLab (deploy token)'],
  [/^glrt-/, 'GitLab (runner authentication token)'],
  [/^glcbt-/, 'GitLab (CI/CD job token)'],
  [/^glptt-/, 'GitLab (trigger token)'],
  // https://docs.slack.dev/authentication/tokens
  [/^xoxe-/, 'Slack (refresh token)'],
  [/^xoxe\.xox[bp]-/, 'Slack (access token that expires)'],
  [/^xoxb-/, 'Slack (bot token)'],
  [/^xoxp-/, 'Slack (user token)'],
  [/^xoxa-/, 'Slack (token of a workspace app)'],
  [/^xapp-/, 'Slack (app-level token)'],
  [/^ya29\./, 'Google (access token)'],
  [/^1\/\/0/, 'Google (refresh token)'],
  // https://www.ory.com/docs/oauth2-oidc/overview/prefixes
  [/^ory_at_/, 'Ory (access token)'],
  [/^ory_rt_/, 'Ory (refresh token)'],
  [/^ory_ac_/, 'Ory (authorization code)'],
  [/^ory_st_/, 'Ory (session token)'],
  // An organization's identifier, which begins with 00D, and an exclamation mark.
  [/^00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?!/, 'Salesforce (access token)'],
  [/^npm_[A-Za-z\d]{36}$/, 'npm (access token)'],
  [/^pypi-/, 'PyPI (API token)'],
  [/^hvs\./, 'HashiCorp Vault (service token)'],
  [/^hvb\./, 'HashiCorp Vault (batch token)'],
  [/^dop_v1_/, 'DigitalOcean (personal access token)'],
  [/^doo_v1_/, 'DigitalOcean (OAuth access token)'],
  [/^dor_v1_/, 'DigitalOcean (refresh token)'],
  [/^shpat_/, 'Shopify (Admin API access token)'],
  [/^hf_[A-Za-z\d]{30}/, 'Hugging Face (user access token)'],
  [/^dckr_pat_/, 'Docker (personal access token)'],
  [/^glsa_/, 'Grafana (service account token)'],
]

/** Who makes tokens that begin so, and what kind of token it is; null when nobody is known to. */
export function makerOf(token: string): string | null {
  // A prefix alone, or a sentence that begins with one, is no token.
  if (token.length < 16 || /\s/.test(token)) return null
  return makers.find(([prefix]) => prefix.test(token))?.[1] ?? null
}
