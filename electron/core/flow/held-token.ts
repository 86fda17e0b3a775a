import { createHash, createPublicKey } from 'node:crypto'
import { memberOf, numberOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import { momentOf } from '../elapsed.ts'
import { promotePendingSecrets } from '../environment/pending-secret.ts'
import { finding } from '../finding.ts'
import type { Ports } from '../ports.ts'
import type { SessionToken } from '../session.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { HeldToken } from '../../contract/token.ts'
import { bindingOf, type PreparedClient } from '../client/prepared-client.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { outcomeOf, type Performed } from './perform.ts'
import { digest, settingsKey } from './settings-key.ts'
import { redactJson, redactMember } from './redact-outcome.ts'
import { type IssuedToken, judgePossession } from '../oauth/token-response.ts'
import { examineServer, examineToken } from '../diagnosis/success/examine.ts'
import { maskToken } from '../../common/mask-token.ts'
import type { Mask } from '../redaction/mask.ts'

/** A token, with what was learned of it on the way. */
export interface Issued {
  issued: IssuedToken & { findings: readonly Finding[] }
  performed: Performed
  proofFindings: readonly Finding[]
}

type Moments = Pick<Ports, 'now' | 'uptime'>

/** An issued token with the outcome of its request; nothing of it is held. */
interface TokenAndOutcome {
  token: SessionToken
  outcome: TokenOutcome
}

/** Holds the issued token as the environment's current one, and the one before as the previous one. */
export function hold(
  deps: Moments &
    Pick<Ports, 'newId' | 'notify'> &
    WithWorkspace<'environments' | 'secrets' | 'transaction' | 'audit'> &
    WithSession<'tokens' | 'previousTokens'>,
  client: PreparedClient,
  answer: Issued,
): TokenAndOutcome {
  const { environment } = client
  const { tokens, previousTokens } = deps.session
  const before = environment.id === null ? undefined : tokens.get(environment.id)
  const repeated = before?.accessToken === answer.issued.access_token ? before.held : null
  const earlier = repeated === null ? before : previousTokens.get(before?.held.environmentId ?? '')
  const given = issuedToken(deps, client, answer, {
    revokedAt: repeated?.revokedAt ?? null,
    previousIssuedAt: earlier?.held.lifetime.issuedAt ?? null,
    findings: repetition(repeated),
  })
  // It may have been deleted meanwhile, and then nothing of it is held.
  if (environment.id !== null && deps.workspace.environments.has(environment.id)) {
    if (environment.usesPending) promotePendingSecrets(deps, environment)
    if (earlier !== undefined) previousTokens.set(environment.id, earlier)
    tokens.set(environment.id, given.token)
    deps.notify({ kind: 'tokens_changed' })
  }
  return given
}

type History = Pick<HeldToken, 'revokedAt' | 'previousIssuedAt'> & { findings: readonly Finding[] }

const noHistory: History = { revokedAt: null, previousIssuedAt: null, findings: [] }

/** An issued token, described; `history` is what the environment held before. */
export function issuedToken(
  deps: Moments,
  client: PreparedClient,
  { issued, performed, proofFindings }: Issued,
  { findings: ofHistory, ...history }: History = noHistory,
): TokenAndOutcome {
  const held = { ...describeToken(issued, client, performed), ...history }
  const obtained = { ...momentOf(deps), now: held.lifetime.issuedAt }
  const { mask } = performed
  const token = { accessToken: issued.access_token, held, mask, obtained, tokenCacheKey: tokenCacheKeyOf(client) }
  const possession = judgePossession(held, bindingOf(client), performed.transcript)
  const { transcript, exchange } = performed
  const server = { ...exchange, url: transcript.request.url, now: held.lifetime.issuedAt }
  const seen = [...examineToken(issued), ...examineServer(server)]
  const findings = [...issued.findings, ...ofHistory, ...possession, ...proofFindings, ...seen]
  return { token, outcome: outcomeOf(performed, { kind: 'issued', token: held, findings }, issued.access_token) }
}

/** Without `jti` two tokens of one second are the same to the byte, and revoking one revokes both. @see RFC 7519 §4.1.7 */
function repetition(repeated: HeldToken | null): Finding[] {
  if (repeated === null) return []
  const [severity, revoked] = repeated.revokedAt === null ? (['info', 'no'] as const) : (['warning', 'yes'] as const)
  return [finding('token_repeated', { revoked }, { severity })]
}

/** An issued token as the window may know it. */
function describeToken(
  issued: IssuedToken,
  client: PreparedClient,
  { transcript, exchange, mask }: Performed,
): HeldToken {
  const issuedAt = transcript.startedAt + transcript.timings.total
  return {
    environmentId: client.environment.id ?? '',
    masked: maskToken(issued.access_token),
    token_type: mask(issued.token_type),
    expires_in: issued.expires_in === null ? null : redactJson(issued.expires_in, mask),
    scopeAsked: client.environment.value.scope,
    scopeGranted: issued.scopeGranted === null ? null : mask(issued.scopeGranted),
    lifetime: { issuedAt, expiresAt: expiryOf(issued, issuedAt, exchange.clockOffset ?? 0) },
    clockOffset: exchange.clockOffset ?? 0,
    revokedAt: null,
    response: withoutSecrets(issued.response, mask),
    decoded: issued.decoded,
    binding: bindingOf(client),
    stale: false,
    previousIssuedAt: null,
    exchangeId: exchange.id,
  }
}

/** From `expires_in`, else from the claim `exp`, which goes by the server's clock; null when neither says. */
function expiryOf({ lifetime, decoded }: IssuedToken, issuedAt: number, clockOffset: number): number | null {
  if (lifetime !== null) return issuedAt + lifetime * 1000
  const exp = decoded.kind === 'jws' ? numberOf(memberOf(decoded.claims, 'exp')?.source) : null
  return exp === null ? null : exp * 1000 - clockOffset
}

/** The token response for the window: no usable token and no secret in it. The source text is left to the exchange. */
function withoutSecrets({ members }: JsonObject, mask: Mask): JsonObject {
  const masked = members.map((member) => redactMember(member, mask))
  const lines = masked.map(({ name, source }) => `  ${JSON.stringify(name)}: ${source}`)
  return { source: `{\n${lines.join(',\n')}\n}`, members: masked }
}

/** The settings, and what was read from files: the thumbprints of the keys and of the certificate. */
export function tokenCacheKey(environment: CurrentEnvironment, thumbprints: readonly (string | null)[]): string {
  return `${settingsKey(environment)} ${digest(thumbprints)}`
}

/** Names everything that changes the tokens of this client. */
export function tokenCacheKeyOf({ environment, credentials, connection, dpop }: PreparedClient): string {
  const key = credentials.method === 'private_key_jwt' ? keyDigest(credentials.key) : null
  return tokenCacheKey(environment, [key, connection.certificate?.thumbprint ?? null, dpop?.thumbprint ?? null])
}

function keyDigest(key: Parameters<typeof createPublicKey>[0]): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64url')
}
