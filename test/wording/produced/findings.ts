import type { Finding } from '../../../electron/contract/finding.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { providers } from '../../../electron/catalogue/providers.ts'
import { providerNotes } from '../../../electron/core/client/provider-notes.ts'
import type { Transcript } from '../../../electron/core/http/transcript.ts'
import { judgeAfterRedirect, judgeTokenless } from '../../../electron/core/oauth/api-without-token.ts'
import { judgeApiRedirect } from '../../../electron/core/oauth/api-redirect.ts'
import { judgeIntrospection } from '../../core/oauth/judge-introspection.ts'
import { judgeKeySet } from '../../../electron/core/oauth/key-set.ts'
import { judgeMetadata } from '../../../electron/core/oauth/metadata.ts'
import { failedRenewal } from '../../../electron/core/oauth/failed-renewal.ts'
import { missingScopeFindings } from '../../../electron/core/oauth/missing-scopes.ts'
import type { TokenOutcome } from '../../../electron/contract/outcome.ts'
import { judgeApiResponse } from '../../../electron/core/oauth/protected-resource.ts'
import { judgeRevocationResponse } from '../../../electron/core/oauth/revocation.ts'
import { judgeTokenResponse } from '../../../electron/core/oauth/token-response.ts'
import { readKeyMaterial } from '../../../electron/core/token/keys/read-key-material.ts'
import { answered } from '../../core/oauth/transcript.ts'
import { asked, held } from './facts.ts'
import { answers, at, documents, introspections, issued, issuer, keySets, noon, text, type } from './inputs.ts'
import { inactive, nonces, ofClients, possession, successes } from './without-answer.ts'

const ofAnyEndpoint = (transcript: Transcript): Finding[] => [
  ...['', 'a b', 'a,b'].flatMap((scope) => judgeTokenResponse(transcript, scope).findings),
  ...judgeRevocationResponse(transcript).findings,
  ...judgeMetadata(transcript, issuer).findings,
  ...held.flatMap((known) => judgeApiResponse(transcript, known).findings),
  ...(transcript.response === null
    ? []
    : [
        ...judgeAfterRedirect(transcript, transcript.response).findings,
        ...judgeTokenless(transcript, transcript.response).findings,
      ]),
]

const opaque = { scopeAsked: '', decoded: { kind: 'opaque', form: 'reference', maker: '', length: 1 } } as const
const ofRequest = { findings: [], checked: [], exchangeId: '1' }
const failure = { code: 'refused', phase: 'connect', host: 'a', port: 1, nodeCode: null, evidence: {} } as const
const error = { error: 'invalid_client', error_description: null, error_uri: null }
const renewals: readonly (TokenOutcome | null)[] = [
  null,
  { kind: 'refused', status: 401, error, ...ofRequest },
  { kind: 'nonconformant', status: 500, ...ofRequest },
  { kind: 'unreachable', failure, ...ofRequest },
  { kind: 'not_sent', problems: [] },
]

/** What the judges of core say of a table of inputs, each with the evidence that it makes itself. */
export async function producedFindings(): Promise<Finding[]> {
  const all = answers.map(([status, body, headers = []]) => answered(status, text(body), headers, at))
  const exposed = all.map((transcript) => ({
    ...transcript,
    request: { ...transcript.request, url: 'http://as.example/' },
  }))
  const post = { method: 'POST', url: `${issuer}/x`, headers: [], body: Buffer.from('b') }
  const tokenAnswers = [
    ...issued.map((body) => answered(200, text(body), [], at)),
    ...issued.map((body) => answered(201, text(body), [['Date', new Date(noon).toUTCString()]], at)),
  ]
  const ofIntrospection = introspections.map(([body, contentType]) =>
    answered(200, text(body), contentType === undefined ? [] : [type(contentType)], at),
  )
  const sync = [
    ...[...all, ...exposed, ...tokenAnswers].flatMap(ofAnyEndpoint),
    ...[...all, ...ofIntrospection].flatMap((transcript) =>
      held.flatMap((known) =>
        (['json', 'jwt'] as const).flatMap(
          (format) => judgeIntrospection(transcript, known, asked(format)).outcome.findings,
        ),
      ),
    ),
    ...documents.flatMap((body) => judgeMetadata(answered(200, text(body), [], at), issuer).findings),
    ...[
      [],
      ['Location', '/x'],
      ['Location', ' '],
      ['Location', 'ftp://x'],
      ['Location', 'http://a.example'],
      ['Location', 'https://b.example'],
    ].flatMap(([name, value]) => {
      const transcript = answered(307, '', name === undefined ? [] : [[name, value ?? '']])
      return [true, false].flatMap((isWanted) =>
        [true, false].flatMap((hasProof) =>
          transcript.response === null
            ? []
            : judgeApiRedirect(post, transcript.response, { isWanted, hasProof, hasSecret: true, maxRedirects: 10 }),
        ),
      )
    }),
    ...inactive(),
    ...renewals.map(failedRenewal),
    ...[200, 403].flatMap((status) =>
      ['', 'a'].flatMap((scopeGranted) => missingScopeFindings('a b', { ...opaque, scopeGranted }, status)),
    ),
    ...possession(),
    ...successes(),
    ...ofClients(),
    ...providers.flatMap(({ id }) => providerNotes({ ...newEnvironment, provider: id, scope: 'a', issuer })),
  ]
  const sets = await Promise.all(keySets.map((body) => judgeKeySet(answered(200, text(body)))))
  const typed = await Promise.all(
    [
      { kty: 'EC', crv: 'P-256', d: 'AA' },
      { kty: 'EC', crv: 'P-256', d: 'AA', kid: '' },
    ].map((jwk) => readKeyMaterial(JSON.stringify(jwk))),
  )
  const proofs = await Promise.all([
    nonces([null], [null]),
    nonces([null, 'n'], ['n']),
    nonces([null, 'n'], ['n', 'm']),
    nonces([null, 'n'], ['n', null]),
    nonces(['n'], ['n']),
  ])
  return [
    ...sync,
    ...sets.flatMap(({ findings }) => findings),
    ...typed.flatMap((material) => (material.kind === 'none' ? [] : material.findings)),
    ...proofs.flat(),
  ]
}
