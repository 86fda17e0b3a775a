import fc from 'fast-check'
import type { FlowPlan, FlowRun } from '../../electron/contract/flow.ts'
import { answered, api, callAct, exchange, introspectAct, plan, runOf, token, tokenAct, verifyAct } from './samples.ts'

/** Texts that end strings, tags, lines and diagrams, or move what follows them. */
export const hostileTexts = [
  '',
  'end',
  'a;b #35; %% comment',
  'one\ntwo\r\nthree\u2028four',
  '"quoted" \'single\' `tick`',
  '<script>alert(1)</script>',
  '" onload="alert(1)',
  ']]> <!-- & &amp;',
  '[link](https://evil.example) **bold** | cell |',
  'A->>B: note over A',
  '\u202Egnp.exe \u2066isolated\u2069',
  'שלום עולם',
  '\u0000\u0007\u001B[31m\uFFFE\uFFFF',
  'broken \uD800 pair',
  'x'.repeat(300),
  `https://${'long.'.repeat(60)}example/${'path/'.repeat(40)}`,
] as const

/** A plan and a run with a text wherever one of a person or a server can be. */
export function withText(text: string): { plan: FlowPlan; run: FlowRun } {
  const url = `https://${text}/p?q=${text}`
  const hostile: FlowPlan = {
    ...plan,
    client_id: text,
    scope: text,
    audience: text,
    resource: [text],
    token_endpoint: url,
    introspection_endpoint: url,
    proxy: text,
    sources: [{ kind: 'azure', host: text }],
    call: { id: 'c', method: 'GET', url },
  }
  const result = {
    ...token,
    scopeAsked: text,
    scopeGranted: `${text} ${text}`,
    alg: text,
    audience: [text],
    token_type: text,
  }
  const refusal = answered(401, {
    statusText: text,
    error: text,
    error_description: `audience must be ${text}`,
    scope: text,
  })
  const acts = [
    tokenAct({ result, exchanges: [exchange({ method: text, url, proxy: text })] }),
    verifyAct({ result: { kind: 'verified', verdict: 'genuine', kid: text, checks: [] } }),
    introspectAct(),
    callAct({
      state: 'failed',
      result: refusal,
      exchanges: [api({ method: text, url: text }), api({ relation: 'redirect', url })],
    }),
  ]
  return { plan: hostile, run: runOf(acts, { plan: hostile, state: 'failed' }) }
}

/** Any text, also of control characters, halves of pairs and those above. */
export const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...hostileTexts, 'a', ' '), { maxLength: 4 }).map((parts) => parts.join('')),
)
