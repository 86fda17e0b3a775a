import type { SandboxChange } from '../vocabulary/sandbox-changes.ts'

/** What people switch on, and what then happens. */
export const sandboxChangeTexts: Readonly<Record<SandboxChange, { label: string; description: string }>> = {
  new_key: {
    label: 'New signing key',
    description: 'Signs with another key. Noticed with the next token if you used Verify, else after 12 tokens.',
  },
  short_lifetime: { label: 'Shorter lifetime', description: 'Tokens live for 60 s instead of 600 s.' },
  lost_scope: { label: 'Lost scope', description: 'Grants api:read only.' },
  new_audience: {
    label: 'New audience',
    description: 'Issues tokens for urn:sandbox:orders:v2. The API refuses them.',
  },
  slow_answers: {
    label: 'Slow answers',
    description: 'The token endpoint takes 1.5 s longer. Noticed after five slow answers in a row.',
  },
  failures: {
    label: 'Failures',
    description: 'The token endpoint answers 503. Noticed after three failures in a row.',
  },
  long_lifetime: {
    label: 'Long lifetime',
    description: 'Tokens live for 7 days instead of 10 minutes. Found with the next token.',
  },
  no_audience: {
    label: 'No audience',
    description: 'Issues JWTs without aud, and the API accepts them. Found with the next token.',
  },
  weak_key: {
    label: 'Weak signing key',
    description:
      'Signs with an RSA key of 1024 bits, and publishes it. Found when the keys are read: use Verify, or the probe.',
  },
  http: {
    label: 'Plain HTTP answered',
    description:
      'The TLS ports answer plain HTTP as well. Found by the probe, where the client authenticates by a certificate.',
  },
  open_introspection: {
    label: 'Open introspection',
    description: 'Introspection answers without client authentication. Found by the probe.',
  },
  revocation_without_effect: {
    label: 'Revocation without effect',
    description: 'Revocation answers 200, and the token works as before. Found by the probe.',
  },
  wrong_audience_accepted: {
    label: 'Wrong audience accepted',
    description: 'The API accepts tokens for urn:sandbox:reports. Found by the probe, which asks for that audience.',
  },
  signature_not_checked: {
    label: 'Signature not checked',
    description: 'The API accepts a token that was changed. Found by the probe.',
  },
  scopes_not_checked: {
    label: 'Scopes not checked',
    description: 'The API accepts a token without the scope that a call needs. Found by the probe.',
  },
  no_rate_limit: {
    label: 'No rate limit',
    description: 'Wrong credentials are refused as often as they are sent, and never slowed down. Found by the probe.',
  },
}
