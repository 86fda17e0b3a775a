import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Checked } from '../../contract/diagnosis.ts'
import type { Finding } from '../../contract/finding.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import type { CaseSettings } from '../diagnosis/case.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import { answerFacts } from './facts/answer-facts.ts'
import { withoutSecrets } from './facts/without-secrets.ts'
import { requestFacts } from './facts/request-facts.ts'
import { secretFacts } from './facts/secret-facts.ts'
import type { TokenOfCase } from '../diagnosis/facts/token-of-case.ts'
import { answeredAt } from '../oauth/response-body.ts'
import { earlierFacts } from './earlier-requests.ts'
import { knownKeyIds } from './key-set-name.ts'
import { knownMetadata } from './known-metadata.ts'
import type { Performed, RequestContext } from './perform.ts'

export type DiagnoseDeps = WithSession<'metadata' | 'keySets'> & WithWorkspace<'exchanges' | 'secrets'>

interface Judged {
  kind: string
  findings: readonly Finding[]
}

/** The token that the request carries or is about; one that the environment did not ask for is not explained by its settings. */
interface AboutToken {
  token: TokenOfCase | null
  isOfEnvironment: boolean
}

export const aboutToken = (token: TokenOfCase | null): AboutToken => ({ token, isOfEnvironment: true })

/** The outcome of a request that failed, with why: causes first. What went well is passed on as it is. */
export function diagnosed<Outcome extends Judged>(
  deps: DiagnoseDeps,
  context: RequestContext,
  { transcript, exchange }: Performed,
  outcome: Outcome,
  { token, isOfEnvironment }: AboutToken = aboutToken(null),
): Outcome & { checked?: readonly Checked[] } {
  const { environment, authentication, connection, purpose } = context
  const { value, secrets } = environment
  const secret = usesSecret(authentication) ? (secrets.client_secret ?? null) : null
  const kase = {
    step: purpose,
    now: answeredAt(transcript).here,
    clockOffset: exchange.clockOffset,
    request: requestFacts(transcript.request),
    answer: transcript.response && answerFacts(withoutSecrets(transcript.response, secretsIn(context))),
    failure: transcript.failure,
    connection: transcript.connection,
    tls: transcript.tls,
    settings: isOfEnvironment ? settingsOf(value) : null,
    secret: secret === null ? null : secretFacts(secret, value.client_id, setAtOf(deps, environment.id)),
    token,
    certificateEnds: connection.certificate?.validTo ?? null,
    metadata: value.issuer === '' ? null : knownMetadata(deps, value),
    keyIds: value.jwks_uri === '' ? null : knownKeyIds(deps, { environment, url: value.jwks_uri }),
    earlier: earlierFacts(deps, exchange),
  }
  return { ...outcome, ...diagnose(kase, outcome.findings) }
}

const secretsIn = ({ environment: { secrets }, accessToken }: RequestContext): string[] =>
  [secrets.client_secret, secrets.proxy_password, accessToken].flatMap((secret) => (secret ? [secret] : []))

const usesSecret = (method: RequestContext['authentication']): boolean =>
  method === 'client_secret_basic' || method === 'client_secret_post' || method === 'client_secret_jwt'

function settingsOf({
  name: _name,
  notes: _notes,
  folder: _folder,
  secretSources: _sources,
  renewBefore: _renew,
  accepted: _accepted,
  ...settings
}: EnvironmentInput): CaseSettings {
  return settings
}

function setAtOf({ workspace }: WithWorkspace<'secrets'>, id: string | null): number | null {
  if (id === null) return null
  const stored = workspace.secrets.list(id).find(({ name, slot }) => name === 'client_secret' && slot === 'current')
  return stored?.setAt ?? null
}
