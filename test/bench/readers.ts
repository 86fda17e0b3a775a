import { issuerOf } from '../../electron/common/metadata-urls.ts'
import { prettyJson } from '../../electron/common/pretty-json.ts'
import { providerOf } from '../../electron/catalogue/claims/issuer-provider.ts'
import { rateLimitOf } from '../../electron/common/rate-limit.ts'
import { readAuthorities } from '../../electron/core/credentials/authority.ts'
import { readPrivateKey } from '../../electron/core/credentials/private-key.ts'
import { decodedViews } from '../../electron/core/redaction/search-views.ts'
import { bypassesProxy } from '../../electron/core/proxy/proxy-bypass.ts'
import { type About, maskOfExchange, redact } from '../../electron/core/redaction/redact.ts'
import type { ReceivedResponse, Transcript } from '../../electron/core/http/transcript.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { challengesOf } from '../../electron/core/oauth/challenge.ts'
import { wantsNonce } from '../../electron/core/oauth/dpop.ts'
import { readResponseBody } from '../../electron/core/oauth/response-body.ts'
import { markdownOf } from '../../electron/core/evidence/markdown.ts'
import { visibleLines } from '../../electron/core/evidence/visible.ts'
import { knownSecrets } from '../../electron/core/exporting/known-secrets.ts'
import { readEnvironments } from '../../electron/core/importing/read-environments.ts'
import { scan } from '../../electron/core/exporting/scan.ts'
import { readStrictJson } from '../../electron/core/json/strict-json.ts'
import { compareValues } from '../../electron/core/token/compare/compare-values.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { findTokens } from '../../electron/core/token/find/find-tokens.ts'
import { jsonErrorOf } from '../../electron/core/json/json-error.ts'
import { readKeyMaterial } from '../../electron/core/token/keys/read-key-material.ts'
import { readSharedSecret } from '../../electron/core/token/keys/read-shared-secret.ts'
import { shellSplit } from '../../electron/core/token/find/shell-split.ts'

type Read = (text: string) => unknown

const known = knownSecrets(['a-secret-that-is-long-enough'])

/** An answer with this text as the body, or in a header. */
const answer = (text: string, header: string): ReceivedResponse => ({
  status: 401,
  statusText: '',
  httpVersion: '1.1',
  headers: [[header, text]],
  body: Buffer.from(text),
  wireBytes: text.length,
  truncated: false,
})

const transcript = (text: string, header: string): Transcript => ({
  startedAt: 0,
  request: { method: 'GET', url: 'https://as.example', headers: [], body: null },
  sent: 'yes',
  response: answer(text, header),
  failure: null,
  timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total: 1 },
  connection: null,
  tls: null,
})

const about: About = {
  id: '',
  environmentId: null,
  purpose: 'token',
  redirectedFrom: null,
  retryOf: null,
  causedBy: null,
  flowId: 'flow',
  clientAuthentication: null,
}

function recorded(text: string) {
  const happened = transcript(text, 'x-trace')
  return redact(happened, about, maskOfExchange(happened, ['a-secret-that-is-long-enough', 'p@ss "word"']))
}

/** What reads text from outside: pasted, answered, imported or found in a file. */
export const readers: Readonly<Record<string, Read>> = {
  'find tokens': findTokens,
  'decode a token': decodeToken,
  'decode claims': (text) => decodeToken(`eyJhbGciOiJub25lIn0.${Buffer.from(text).toString('base64url')}.`),
  'split a command': (text) => shellSplit(text, 1_000_000),
  'place a JSON error': jsonErrorOf,
  'compare values': (text) => compareValues('name', JSON.stringify(text), `${JSON.stringify(text)} `),
  'compare lists': (text) => compareValues('aud', JSON.stringify(text.split('')), JSON.stringify(text.split(' '))),
  'read keys': readKeyMaterial,
  'read a shared secret': (text) => readSharedSecret(text, 'base64url'),
  'read a private key': (text) => readPrivateKey(Buffer.from(text), ''),
  'read authorities': (text) => readAuthorities(Buffer.from(text)),
  'read an answer': (text) => readResponseBody(answer(text, 'content-type')),
  'read an answer for a diagnosis': (text) => answerFacts(answer(text, 'content-type')),
  'read a challenge': (text) => challengesOf(answer(text, 'www-authenticate')),
  'look for a nonce': (text) => wantsNonce(answer(`DPoP ${text}`, 'www-authenticate')),
  'record an answer': recorded,
  'undo encodings': decodedViews,
  'look for known secrets': known,
  'look for secrets': (text) => scan([{ id: '', name: '', content: { notes: text } }], known),
  'read strict JSON': readStrictJson,
  'read an import': readEnvironments,
  'read a rate limit': (text) =>
    rateLimitOf(
      [
        ['ratelimit', text],
        ['retry-after', text],
      ],
      0,
    ),
  'read an issuer': (text) => [issuerOf(text), issuerOf(`https://${text}`), providerOf(`https://${text}`)],
  'read a bypass list': (text) => bypassesProxy('https://as.example', text),
  'print JSON': (text) => prettyJson(text, 60),
  'show what is invisible': visibleLines,
  'write markdown': (text) =>
    markdownOf({ title: text, sections: [{ title: text, blocks: [{ kind: 'facts', facts: [[text, text]] }] }] }),
}
