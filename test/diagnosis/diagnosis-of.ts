import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { TransportFailure } from '../../electron/contract/exchange.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import type { Metadata } from '../../electron/contract/outcome.ts'
import type { Case } from '../../electron/core/diagnosis/case.ts'
import { diagnose, type Diagnosis } from '../../electron/core/diagnosis/diagnose.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { requestFacts } from '../../electron/core/flow/facts/request-facts.ts'
import { secretFacts } from '../../electron/core/flow/facts/secret-facts.ts'
import { tokenOfCase } from '../../electron/core/flow/facts/token-of-case.ts'
import { examineServer, examineToken } from '../../electron/core/diagnosis/success/examine.ts'
import { explainInactive } from '../../electron/core/diagnosis/inactive/explain.ts'
import type { Transcript } from '../../electron/core/http/transcript.ts'
import { judgeIntrospectionResponse } from '../../electron/core/oauth/introspection.ts'
import { judgeKeySet } from '../../electron/core/oauth/key-set.ts'
import { judgeMetadata } from '../../electron/core/oauth/metadata.ts'
import { judgeApiResponse } from '../../electron/core/oauth/protected-resource.ts'
import { answeredAt } from '../../electron/core/oauth/response-body.ts'
import { judgeRevocationResponse } from '../../electron/core/oauth/revocation.ts'
import { judgeTokenResponse } from '../../electron/core/oauth/token-response.ts'
import type { HeldFacts } from '../../electron/core/oauth/token-facts.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { bareMetadata } from '../support/bare-metadata.ts'
import type { DiagnosisRecord, RecordFacts } from './record.ts'

export interface DiagnosedRecord extends Diagnosis {
  /** False for an exchange that went well. */
  hasFailed: boolean
  kase: Case
}

/** What the app would say of an exchange: its judge's findings, and the diagnosis where it failed. */
export async function diagnosisOf(record: DiagnosisRecord): Promise<DiagnosedRecord> {
  const transcript = transcriptOf(record)
  const kase = caseOf(record, transcript)
  const { hasFailed, findings } = await judge(record, transcript, kase)
  if (!hasFailed) return { hasFailed, kase, findings: [...findings, ...examined(kase, transcript)], checked: [] }
  return { hasFailed, kase, ...diagnose(kase, findings) }
}

/** What the app says of an exchange that went well, beside its judge. */
function examined({ step, clockOffset, now }: Case, transcript: Transcript): Finding[] {
  if (step !== 'token' && step !== 'api' && step !== 'introspection') return []
  const ofServer = examineServer({ url: transcript.request.url, tls: transcript.tls, clockOffset, now })
  if (step !== 'token') return ofServer
  const issued = judgeTokenResponse(transcript, '')
  return issued.kind === 'issued' ? [...examineToken(issued), ...ofServer] : ofServer
}

const timeOf = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text))

function transcriptOf({ request, response, failure, facts, now, name }: DiagnosisRecord): Transcript {
  const place = URL.canParse(request.url) ? new URL(request.url) : null
  const port = place === null ? 443 : Number(place.port || (place.protocol === 'https:' ? 443 : 80))
  const failed: TransportFailure | null =
    failure === undefined ? null : { host: place?.hostname ?? name, port, ...failure, evidence: failure.evidence ?? {} }
  const isTls = place?.protocol === 'https:'
  return {
    startedAt: timeOf(now) ?? Date.parse('2026-01-15T10:00:00Z'),
    request: { ...request, body: request.body === null ? null : Buffer.from(request.body) },
    sent: failed === null ? 'yes' : 'no',
    response: response && {
      ...response,
      statusText: '',
      httpVersion: '1.1',
      body: Buffer.from(response.body),
      wireBytes: Buffer.byteLength(response.body),
      truncated: false,
    },
    failure: failed,
    timings: { dns: null, connect: null, proxy: null, tls: null, send: 0, wait: 0, download: 0, total: 0 },
    connection: {
      reused: false,
      proxy: facts?.proxy ?? null,
      remoteAddress: null,
      remotePort: null,
      localAddress: null,
      localPort: null,
    },
    tls: isTls ? tlsOf(facts) : null,
  }
}

function tlsOf(facts: RecordFacts | undefined): Transcript['tls'] {
  return {
    protocol: 'TLSv1.3',
    cipher: null,
    alpn: null,
    trusted: true,
    accepted: false,
    clientCertificate: facts?.presented === undefined ? null : { subject: facts.presented, fingerprint256: '' },
    problem: null,
    chain: (facts?.chain ?? []).map(({ subject, issuer }) => ({
      subject,
      issuer,
      subjectAltName: null,
      validFrom: 0,
      validTo: Date.parse('2027-01-15T10:00:00Z'),
      serialNumber: '1',
      fingerprint256: '',
      publicKey: 'RSA 2048',
      problems: [],
    })),
  }
}

function caseOf({ step, facts = {} }: DiagnosisRecord, transcript: Transcript): Case {
  const { here, there } = answeredAt(transcript)
  const settings = { ...newEnvironment, ...facts.settings }
  const request = requestFacts(transcript.request)
  const authorization = transcript.request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
  const sent = /^(?:bearer|dpop) (\S+)/i.exec(authorization)?.[1]
  const body = new URLSearchParams(Buffer.from(transcript.request.body ?? []).toString('utf8'))
  const token = facts.token ?? (step === 'api' ? sent : (body.get('token') ?? undefined))
  const clockOffset = there === null ? null : there - here
  const isOff = clockOffset !== null && Math.abs(clockOffset) >= 1000
  return {
    step,
    now: here,
    clockOffset: clockOffset === null || isOff ? clockOffset : 0,
    request,
    answer: transcript.response === null ? null : answerFacts(transcript.response),
    failure: transcript.failure,
    connection: transcript.connection,
    tls: transcript.tls,
    settings: facts.settings === undefined ? null : settings,
    secret:
      facts.storedSecret === undefined
        ? null
        : secretFacts(facts.storedSecret, request.client_id ?? '', timeOf(facts.secretSetAt)),
    token:
      token === undefined
        ? null
        : tokenOfCase(decodeToken(token), {
            issuedAt: timeOf(facts.issuedAt),
            expiresAt: timeOf(facts.expiresAt),
            revokedAt: timeOf(facts.revokedAt),
            type: facts.tokenType ?? '',
            scope: facts.scopeGranted ?? '',
          }),
    certificateEnds: timeOf(facts.certificateEnds),
    metadata: facts.metadata === undefined ? null : metadataOf(facts.metadata),
    keyIds: facts.keyIds ?? null,
    earlier:
      facts.earlier === undefined
        ? null
        : {
            ...facts.earlier,
            workedAt: timeOf(facts.earlier.workedAt ?? undefined),
            triedOtherEncoding: facts.earlier.triedOtherEncoding ?? false,
            credentialsWorkedAt: timeOf(facts.earlier.credentialsWorkedAt ?? undefined),
          },
  }
}

const metadataOf = (published: Record<string, unknown>): Metadata => ({
  ...bareMetadata,
  issuer: '',
  ...published,
})

interface Judged {
  hasFailed: boolean
  findings: readonly Finding[]
}

async function judge({ step, facts = {} }: DiagnosisRecord, transcript: Transcript, kase: Case): Promise<Judged> {
  const issuer = settingOf(facts, 'issuer')
  switch (step) {
    case 'token': {
      const { kind, findings } = judgeTokenResponse(transcript, kase.request.parameters.get('scope')?.[0] ?? '')
      return { hasFailed: kind !== 'issued', findings }
    }
    case 'introspection': {
      const clockOffset = kase.clockOffset ?? 0
      const asked = {
        issuer,
        client_id: kase.request.client_id ?? '',
        responseFormat: 'json',
        caller: kase.request.client_id,
        token_endpoint: settingOf(facts, 'token_endpoint'),
        introspection_endpoint: kase.request.url,
        clockOffset,
      } as const
      const held = heldFacts(kase)
      const { outcome } = judgeIntrospectionResponse(transcript, held, asked, (response) =>
        explainInactive({ ...held, ...asked, response }),
      )
      return { hasFailed: outcome.kind !== 'active', findings: outcome.findings }
    }
    case 'revocation': {
      const { kind, findings } = judgeRevocationResponse(transcript)
      return { hasFailed: kind !== 'accepted', findings }
    }
    case 'discovery': {
      const { kind, findings } = judgeMetadata(transcript, issuer)
      return { hasFailed: kind !== 'found', findings }
    }
    case 'jwks': {
      const { kind, findings } = await judgeKeySet(transcript)
      return { hasFailed: kind !== 'keys', findings }
    }
    case 'api': {
      const { findings } = judgeApiResponse(transcript, heldFacts(kase))
      const { response } = transcript
      return { hasFailed: response === null || response.status < 200 || response.status >= 300, findings }
    }
  }
}

function settingOf({ settings }: RecordFacts, name: string): string {
  const value = settings?.[name]
  return typeof value === 'string' ? value : ''
}

const heldFacts = ({ token, now, clockOffset }: Case): HeldFacts => ({
  now: now + (clockOffset ?? 0),
  issuedAt: token?.issuedAt ?? null,
  expiresAt: token?.expiresAt ?? null,
  revokedAt: token?.revokedAt ?? null,
  isJwt: token?.kind === 'jws',
  claims: token?.claims ?? null,
  scope: token?.scopes.join(' ') ?? '',
})
