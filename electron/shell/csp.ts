/**
 * The window's Content Security Policy, as `SECURITY.md` has it, with two things loosened:
 *
 * - `style-src` takes a nonce, new for every page load, because Mantine puts its theme variables and responsive styles
 *   into `<style>` elements. Scripts never take a nonce.
 * - `trusted-types default`, because React and Mantine assign strings to sinks such as `innerHTML` in a few places. The
 *   window's one policy, `default`, passes text on and refuses anything that contains `<`; it makes no scripts.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** Sent with everything that `app://ui` answers, refusals included. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}
