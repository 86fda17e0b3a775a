/** What the sandbox can be made to do differently, to see what comes of it. */
export const sandboxChanges = [
  'new_key',
  'short_lifetime',
  'lost_scope',
  'new_audience',
  'slow_answers',
  'failures',
] as const
export type SandboxChange = (typeof sandboxChanges)[number]
