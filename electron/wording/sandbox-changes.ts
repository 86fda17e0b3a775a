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
}
