/** Spans that end now. */
export const spans = ['1h', '24h', '7d', '30d'] as const
export type Span = (typeof spans)[number]

/** Any time, a span that ends now, or a span in milliseconds since 1970, of which `to` is the first that is left out. */
export type TimeChoice =
  | { kind: 'any' }
  | { kind: 'last'; span: Span }
  | { kind: 'between'; from: number | null; to: number | null }

const hour = 3_600_000

/** Milliseconds. */
const lengths: Readonly<Record<Span, number>> = { '1h': hour, '24h': 24 * hour, '7d': 168 * hour, '30d': 720 * hour }

/** From when and until when, in milliseconds since 1970; `now` is where spans end. */
export function timeSpan(time: TimeChoice, now: number): { from: number | null; to: number | null } {
  if (time.kind === 'any') return { from: null, to: null }
  // Without an end: what arrives meanwhile belongs to it.
  return time.kind === 'last' ? { from: now - lengths[time.span], to: null } : { from: time.from, to: time.to }
}
