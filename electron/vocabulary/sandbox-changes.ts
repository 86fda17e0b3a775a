/** What changes from one request to the next, as servers in use do: found in the Activity tab, as drift. */
export const driftingChanges = [
  'new_key',
  'short_lifetime',
  'lost_scope',
  'new_audience',
  'slow_answers',
  'failures',
] as const

/** What a server or an API should not do: found in the Review tab. */
export const sandboxWeaknesses = [
  'long_lifetime',
  'no_audience',
  'weak_key',
  'http',
  'open_introspection',
  'revocation_without_effect',
  'wrong_audience_accepted',
  'signature_not_checked',
  'scopes_not_checked',
  'no_rate_limit',
] as const
export type SandboxWeakness = (typeof sandboxWeaknesses)[number]

/** What the sandbox can be made to do differently, to see what comes of it. */
export const sandboxChanges = [...driftingChanges, ...sandboxWeaknesses] as const
export type SandboxChange = (typeof sandboxChanges)[number]
