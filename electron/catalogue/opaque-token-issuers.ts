/** How tokens begin whose issuers have published it, and who issues them. The longer of two prefixes is first. */
export const opaqueTokenIssuers: readonly (readonly [RegExp, string])[] = [
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
